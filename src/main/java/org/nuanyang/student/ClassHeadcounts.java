package org.nuanyang.student;

import java.util.HashMap;
import java.util.Map;

import org.nuanyang.org.ClassHeadcount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the pupils of each class for the class pages. */
@Component
class ClassHeadcounts implements ClassHeadcount {

	private final JdbcClient jdbc;

	ClassHeadcounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Long, Integer> pupils(long schoolId) {
		var counts = new HashMap<Long, Integer>();
		this.jdbc.sql(
				"select class_id, count(*) from enrolment where school_id = ? and status = 'ENROLLED' group by class_id")
			.param(schoolId)
			.query((row, number) -> counts.put(row.getLong(1), row.getInt(2)))
			.list();
		return counts;
	}

}
