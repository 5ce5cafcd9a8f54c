package org.nuanyang.filing;

import java.util.Map;
import java.util.HashMap;
import java.util.Collection;
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
	public Map<Long, Load> of(Collection<RoundView> rounds) {
		var loads = new HashMap<Long, Load>();
		this.jdbc.sql("""
				select round_id, count(*) filter (where filed) as through,
					count(*) filter (where not filed and status in ('RECOGNISED', 'ADJUSTED')) as waiting
				from (select a.round_id, a.status, exists (select from filing_row r join filing f on f.id = r.filing_id
						join filing_answer w on w.filing_id = f.id and w.accepted
						where r.application_id = a.id and f.school_id = a.school_id
							and not exists (select from filing_row_return b
								where b.filing_id = r.filing_id and b.position = r.position)) as filed
					from aid_application a
					where a.round_id in (:rounds) and a.status in ('RECOGNISED', 'ADJUSTED', 'ENDED')) cases
				group by round_id""").param("rounds", rounds.stream().map(RoundView::id).toList()).query((row) -> {
			loads.put(row.getLong("round_id"), new Load(row.getLong("waiting"), row.getLong("through")));
		});
		return loads;
	}

}
