package org.nuanyang.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Recall;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The matrix of programmes that a pupil may hold together: policy of the county. */
@Service
@Transactional(readOnly = true)
public class PairService {

	private final JdbcClient jdbc;

	private final ProgrammeService programmes;

	private final Audit audit;

	PairService(JdbcClient jdbc, ProgrammeService programmes, Audit audit) {
		this.jdbc = jdbc;
		this.programmes = programmes;
		this.audit = audit;
	}

	/** Every pair once. */
	public List<ProgrammePair> pairs() {
		var all = this.programmes.programmes();
		var pairs = new ArrayList<ProgrammePair>();
		for (var i = 0; i < all.size(); i++) {
			for (var other : all.subList(i + 1, all.size())) {
				pairs.add(new ProgrammePair(all.get(i), other, rule(all.get(i).id(), other.id())));
			}
		}
		return pairs;
	}

	/** What holds for two programmes, in whichever order. */
	public PairRule rule(long programme, long another) {
		var pair = List.of(Math.min(programme, another), Math.max(programme, another));
		return Recall.once("pair", pair,
				() -> this.jdbc.sql("select rule from programme_pair where one = ? and other = ?")
					.params(pair)
					.query((row, number) -> PairRule.valueOf(row.getString("rule")))
					.optional()
					.orElse(PairRule.TOGETHER));
	}

	/** Holds for what is granted from now on; no award that lives is touched. */
	@Transactional
	public void set(Actor actor, long programme, long another, PairRule rule) {
		if (!actor.is(Role.COUNTY)) {
			throw new NotFound("policy for " + actor.userId());
		}
		var one = this.programmes.programme(Math.min(programme, another));
		var other = this.programmes.programme(Math.max(programme, another));
		if (one.id() == other.id()) {
			throw new RuleViolation("programme.pair.same");
		}
		var before = rule(one.id(), other.id());
		this.jdbc.sql("""
				insert into programme_pair (one, other, rule) values (?, ?, ?)
				on conflict (one, other) do update set rule = excluded.rule""")
			.params(one.id(), other.id(), rule.name())
			.update();
		this.audit.record(actor, null, "programme.pair.set", "programme", one.id(),
				Map.of("programme", one.code(), "other", other.code(), "before", before.name(), "after", rule.name()));
	}

}
