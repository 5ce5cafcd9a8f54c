package org.nuanyang.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;

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

	/** Whether every programme that pays by tier shows it. */
	boolean tierShown() {
		return tierShown(this.programmes.programmes());
	}

	/**
	 * For the notice of a round with these programmes: the tier stands there only where
	 * some of them pays by it and each of those shows it.
	 */
	boolean tierShown(Collection<Long> programmes) {
		return tierShown(this.programmes.programmes()
			.stream()
			.filter((programme) -> programmes.contains(programme.id()))
			.toList());
	}

	private static boolean tierShown(List<ProgrammeView> programmes) {
		var byTier = programmes.stream().filter(ProgrammeView::isByTier).toList();
		return !byTier.isEmpty() && byTier.stream().allMatch(ProgrammeView::tierOnNotice);
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
		this.programmes.programmes()
			.stream()
			.filter(ProgrammeView::isByTier)
			.forEach((programme) -> this.programmes.showTierOnNotice(county, programme.code(), tierShown));
		this.jdbc.sql("update notice_policy set answer_days = ?").param(answerDays).update();
		this.audit.record(county, null, "notice.policy-set", "notice_policy", null,
				Map.of("before", before.toString(), "after", Map.of("tier", tierShown, "days", answerDays).toString()));
	}

}
