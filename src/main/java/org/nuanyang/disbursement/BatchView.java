package org.nuanyang.disbursement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * A batch as its page shows it.
 *
 * @param actions what the actor may do now
 * @param original the batch that this one re-issues, or null
 */
public record BatchView(long id, String number, String schoolName, String programmeName, SchoolYear year, Term term,
		BatchStatus status, int rowCount, Yuan total, FundView fund, @Nullable Link original, List<PaymentRow> rows,
		List<LeftOut> leftOut, List<StepRow> steps, List<FileRow> files, List<ReturnRow> returns,
		List<ProblemRow> problems, BatchStrip strip, Set<BatchAction> actions) {

	public BatchView {
		actions = actions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(actions));
	}

	/** Whether the actor may do the action of this name now. */
	public boolean may(String action) {
		return this.actions.contains(BatchAction.valueOf(action));
	}

	public List<PaymentRow> failed() {
		return this.rows.stream().filter(PaymentRow::isFailed).toList();
	}

	public Yuan failedTotal() {
		return failed().stream().map(PaymentRow::amount).reduce(Yuan.ZERO, Yuan::plus);
	}

	public List<PaymentRow> paid() {
		return this.rows.stream().filter(PaymentRow::isPaid).toList();
	}

	public List<PaymentRow> open() {
		return this.rows.stream().filter((row) -> row.result() == null).toList();
	}

	/** Failed rows that no re-issue has taken up. */
	public List<PaymentRow> toReissue() {
		return failed().stream().filter((row) -> row.reissuedIn() == null).toList();
	}

	/** By tier: how many, and how much is due, paid and failed. */
	public List<TierLine> tiers() {
		return List.of(Tier.values())
			.stream()
			.map((tier) -> TierLine.of(tier, this.rows.stream().filter((row) -> row.tier() == tier).toList()))
			.filter((line) -> line.count() > 0)
			.toList();
	}

	/** What is missing in the fund for a batch that is not promised yet. */
	public Yuan shortOf() {
		return this.status.isPromised() || this.status == BatchStatus.VOID || this.original != null ? Yuan.ZERO
				: this.fund.balance().shortOf(this.total);
	}

	/** For whom the fund does not reach, while it is short. */
	public List<PaymentRow> uncovered() {
		return shortOf().isPositive() ? Uncovered.of(this.rows, this.fund.balance().free()) : List.of();
	}

	/** Another batch to go to. */
	public record Link(long id, String number) {

	}

	/** The rows of one tier. */
	public record TierLine(Tier tier, @Nullable Yuan each, int count, Yuan due, Yuan paid, Yuan failed) {

		static TierLine of(Tier tier, List<PaymentRow> rows) {
			var each = rows.stream().map(PaymentRow::amount).distinct().toList();
			return new TierLine(tier, (each.size() == 1) ? each.getFirst() : null, rows.size(), sum(rows),
					sum(rows.stream().filter(PaymentRow::isPaid).toList()),
					sum(rows.stream().filter(PaymentRow::isFailed).toList()));
		}

		private static Yuan sum(List<PaymentRow> rows) {
			return rows.stream().map(PaymentRow::amount).reduce(Yuan.ZERO, Yuan::plus);
		}

	}

}
