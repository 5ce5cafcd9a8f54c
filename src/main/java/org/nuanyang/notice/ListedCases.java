package org.nuanyang.notice;

import org.nuanyang.application.CaseHold;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A case on the list of a notice that is not published yet stays as it was decided. */
@Component
class ListedCases implements CaseHold {

	private final JdbcClient jdbc;

	ListedCases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean holds(long applicationId) {
		return this.jdbc.sql("""
				select exists (select from notice_case c join notice n on n.id = c.notice_id
					where c.application_id = ? and c.live and n.status in ('CHECKED', 'AWAITING_APPROVAL'))""")
			.param(applicationId)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

}
