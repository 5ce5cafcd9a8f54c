package org.nuanyang.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.nuanyang.application.CaseView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of a school may sit in its committee, and who of them is kin to a pupil. */
@Repository
class ColleagueRepository {

	private final JdbcClient jdbc;

	ColleagueRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those whose account is in use; leaders first. */
	Colleagues of(long schoolId) {
		return new Colleagues(this.jdbc.sql("""
				select u.id, u.name, u.username, exists (select from user_role r where r.user_id = u.id
					and r.role = 'PRINCIPAL') as principal, exists (select from user_role r where r.user_id = u.id
					and r.role = 'REVIEWER') as reviewer
				from app_user u where u.school_id = ? and not u.disabled
				order by principal desc, u.name collate "zh-x-icu", u.username""")
			.param(schoolId)
			.query((row, number) -> new Colleagues.Colleague(row.getLong("id"), row.getString("name"),
					row.getString("username"), row.getBoolean("principal"), row.getBoolean("reviewer")))
			.list());
	}

	/**
	 * Members who bear the name of somebody of a pupil's family, by case. A name proves
	 * nothing: the committee is asked, it is not told.
	 */
	Map<Long, Set<String>> kin(Collection<CaseView> cases, Collection<Attendee> members) {
		return namesakes(cases, members.stream().map(Attendee::name).toList());
	}

	/** The same by the names alone: of a class's group no accounts are known. */
	Map<Long, Set<String>> namesakes(Collection<CaseView> cases, Collection<String> members) {
		if (cases.isEmpty() || members.isEmpty()) {
			return Map.of();
		}
		var pupils = new HashMap<Long, Set<String>>();
		this.jdbc.sql("select enrolment_id, name from guardian where enrolment_id in (:pupils) and name in (:names)")
			.param("pupils", cases.stream().map(CaseView::enrolmentId).toList())
			.param("names", members)
			.query((row) -> {
				pupils.computeIfAbsent(row.getLong(1), (pupil) -> new TreeSet<>()).add(row.getString(2));
			});
		var kin = new HashMap<Long, Set<String>>();
		for (var application : cases) {
			var names = pupils.get(application.enrolmentId());
			if (names != null) {
				kin.put(application.id(), names);
			}
		}
		return kin;
	}

	Set<String> kin(CaseView application, List<Attendee> members) {
		return kin(List.of(application), members).getOrDefault(application.id(), Set.of());
	}

}
