package org.nuanyang.review;

import java.util.Map;
import org.nuanyang.web.Waiting;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's links in the side menu. */
@Configuration(proxyBeanMethods = false)
class ReviewMenu {

	/**
	 * Meetings of which :me may sign something: not recorded by :me, with an open
	 * decision from which :me did not stay away; another than a principal only for one
	 * who did, and as a leader who was there (what {@link Signing} says, in SQL).
	 */
	private static final String TO_CONFIRM = """
			select count(*) from committee_meeting m
			where m.status = 'AWAITING_CONFIRMATION' and m.opened_by <> :me
				and not exists (select from meeting_decision d where d.meeting_id = m.id and d.decided_by = :me)
				and exists (select from meeting_decision d where d.meeting_id = m.id and d.signed_at is null
					and not exists (select from meeting_recusal r join meeting_attendee t on t.meeting_id = m.id and t.name = r.name
						where r.decision_id = d.id
							and (t.account_id = :me or t.account_id is null and t.name = (select u.name from app_user u where u.id = :me)))
					and (:principal or (exists (select from meeting_recusal r
								join meeting_attendee t on t.meeting_id = m.id and t.name = r.name
								join app_user u on u.school_id = m.school_id
									and (u.id = t.account_id or t.account_id is null and u.name = t.name)
								join user_role o on o.user_id = u.id and o.role = 'PRINCIPAL'
							where r.decision_id = d.id)
						and exists (select from meeting_attendee t where t.meeting_id = m.id and t.present and t.kind = 'LEADER'
							and (t.account_id = :me or t.account_id is null and t.name = (select u.name from app_user u where u.id = :me))))))""";

	@Bean
	MenuEntry appraisalMenu() {
		return new MenuEntry("aid", 110, "review.menu.appraisals", "users-group", "/appraisals",
				Set.of(Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR));
	}

	@Bean
	MenuEntry meetingMenu() {
		return new MenuEntry("aid", 115, "review.menu.meetings", "scale", "/meetings",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR),
				(actor) -> MeetingAction.CONFIRM.isOpenTo(actor)
						? new Waiting(TO_CONFIRM, Map.of("me", actor.userId(), "principal", actor.is(Role.PRINCIPAL)))
						: Waiting.NOTHING);
	}

}
