package org.nuanyang.filing;

import org.nuanyang.application.RoundStep;
import org.nuanyang.application.RoundView;
import org.nuanyang.application.StepLoad;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many recognised pupils of a round are filed, and how many wait for it. */
@Component
class FilingLoad implements StepLoad {

	private final JdbcClient jdbc;

	FilingLoad(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public RoundStep step() {
		return RoundStep.FILE;
	}

	@Override
	public Load of(RoundView round) {
		return this.jdbc.sql("""
				select count(*) filter (where filed) as through,
					count(*) filter (where not filed and status in ('RECOGNISED', 'ADJUSTED')) as waiting
				from (select a.status, exists (select from filing_row r join filing f on f.id = r.filing_id
						join filing_answer w on w.filing_id = f.id and w.accepted
						where r.application_id = a.id and f.school_id = a.school_id
							and not exists (select from filing_row_return b
								where b.filing_id = r.filing_id and b.position = r.position)) as filed
					from aid_application a
					where a.round_id = ? and a.status in ('RECOGNISED', 'ADJUSTED', 'ENDED')) cases""")
			.param(round.id())
			.query((row, number) -> new Load(row.getLong("waiting"), row.getLong("through")))
			.single();
	}

}
