package org.nuanyang.notice;

import org.nuanyang.kernel.Actor;
import java.util.stream.Collectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.nuanyang.web.Waiting;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notices in the side menu, with how many of them wait for the reader. */
@Configuration(proxyBeanMethods = false)
class NoticeMenu {

	@Bean
	MenuEntry noticeEntry() {
		return new MenuEntry("aid", 120, "notice.menu", "speakerphone", "/notices",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR), NoticeMenu::waiting);
	}

	/** Drafts of the officer, and of the principal what somebody else has prepared. */
	private static Waiting waiting(Actor actor) {
		var own = statuses(actor, NoticeAction.CHECK, NoticeAction.SUBMIT);
		var approvals = statuses(actor, NoticeAction.APPROVE);
		var conditions = new ArrayList<String>();
		if (!own.isEmpty()) {
			conditions.add("n.status in (" + own + ")");
		}
		if (!approvals.isEmpty()) {
			conditions.add("n.status in (" + approvals + ") and not " + NoticeLines.MADE_BY_ME);
		}
		return (conditions.isEmpty() || actor.school().isEmpty()) ? Waiting.NOTHING
				: new Waiting(
						"select count(*) from notice n where n.school_id = :school and ("
								+ String.join(" or ", conditions) + ")",
						Map.of("school", actor.ownSchool(), "me", actor.userId()));
	}

	private static String statuses(Actor actor, NoticeAction... actions) {
		return Arrays.stream(NoticeStatus.values())
			.filter((status) -> Arrays.stream(actions).anyMatch((action) -> action.openTo(actor, status)))
			.map("'%s'"::formatted)
			.collect(Collectors.joining(", "));
	}

}
