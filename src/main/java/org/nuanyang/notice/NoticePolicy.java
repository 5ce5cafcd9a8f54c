package org.nuanyang.notice;

import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.ProgrammeService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the county decides for every notice: whether the tier stands there, and within how
 * many working days an objection is answered.
 */
@Service
@Transactional(readOnly = true)
public class NoticePolicy {

	private static final int LONGEST_ANSWER = 30;

	private final ProgrammeService programmes;

	private final JdbcClient jdbc;

	private final Audit audit;

	NoticePolicy(ProgrammeService programmes, JdbcClient jdbc, Audit audit) {
		this.programmes = programmes;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Working days from the day after an objection came in. */
	public int answerDays() {
		return this.jdbc.sql("select answer_days from notice_policy").query((row, number) -> row.getInt(1)).single();
	}

	boolean tierShown() {
		return this.programmes.programme(ProgrammeService.TIERED_GRANT).tierOnNotice();
	}

	/** Holds for notices checked, and objections received, from now on. */
	@Transactional
	public void set(Actor county, boolean tierShown, int answerDays) {
		if (!county.is(Role.COUNTY)) {
			throw new NotFound("notice policy for " + county.userId());
		}
		if (answerDays < 1 || answerDays > LONGEST_ANSWER) {
			throw RuleViolation.on("answerDays", "notice.policy.days.range", LONGEST_ANSWER);
		}
		var before = Map.of("tier", tierShown(), "days", answerDays());
		this.programmes.showTierOnNotice(county, ProgrammeService.TIERED_GRANT, tierShown);
		this.jdbc.sql("update notice_policy set answer_days = ?").param(answerDays).update();
		this.audit.record(county, null, "notice.policy-set", "notice_policy", null,
				Map.of("before", before.toString(), "after", Map.of("tier", tierShown, "days", answerDays).toString()));
	}

}
