package org.nuanyang.workbench;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers of the home page; row-level security narrows them to the actor's schools.
 */
@Repository
class HomeQueries {

	private final JdbcClient jdbc;

	HomeQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Pupils at school now, for a head teacher those of the own classes. */
	long pupils(Actor actor) {
		return this.jdbc.sql("""
				select count(*) from enrolment where status in ('ENROLLED', 'ON_LEAVE')
					and (not :own or class_id in (select id from school_class where head_teacher_id = :teacher))""")
			.param("own", actor.seesOwnClassesOnly())
			.param("teacher", actor.userId())
			.query((row, index) -> row.getLong(1))
			.single();
	}

	/** Every school of the scope with its round of the year. */
	List<SchoolLine> schools(Actor actor, SchoolYear year) {
		// Schools are no secret, so nothing but this condition narrows them.
		return this.jdbc
			.sql("""
					select s.id, s.name, d.name as district, r.id as round_id,
						(select count(*) from enrolment e where e.school_id = s.id and e.status in ('ENROLLED', 'ON_LEAVE')) as pupils,
						count(a.id) filter (where a.status not in ('DRAFT', 'WITHDRAWN')) as applied,
						count(a.id) filter (where a.status in ('RECOGNISED', 'ADJUSTED')) as recognised
					from school s
					join school_district d on d.id = s.district_id
					left join aid_round r on r.school_id = s.id and r.school_year = :year
					left join aid_application a on a.school_id = s.id and a.round_id = r.id
					where s.id = any(:schools)
					group by s.id, s.name, d.name, r.id
					order by d.name collate "zh-x-icu", s.name collate "zh-x-icu" """)
			.param("year", year.firstYear())
			.param("schools", actor.scope().read().toArray(Long[]::new))
			.query((row, index) -> new SchoolLine(row.getLong("id"), row.getString("name"), row.getString("district"),
					row.getLong("pupils"), (Long) row.getObject("round_id"), null, row.getLong("applied"),
					row.getLong("recognised")))
			.list();
	}

}
