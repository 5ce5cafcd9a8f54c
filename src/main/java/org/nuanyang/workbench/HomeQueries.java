package org.nuanyang.workbench;

import org.nuanyang.kernel.Actor;

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

}
