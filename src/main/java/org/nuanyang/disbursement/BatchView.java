package org.nuanyang.disbursement;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * A batch as its page shows it.
 *
 * @param returned sent back to its maker and not made anew since
 * @param payoutReason why no bank pays it
 * @param signatures what was recorded of the signed sheet, where no bank pays
 * @param actions what the actor may do now
 * @param own why not, where the actor took an earlier step
 * @param events what happened to single payments beside the steps
 * @param figures how many rows are where
 * @param uncovered for whom the fund does not reach, while it is short
 * @param leftOut how many are not on the list
 * @param original the batch that this one re-issues, or null
 */
public record BatchView(long id, String number, String schoolName, String programmeName, SchoolYear year, Term term,
		BatchStatus status, Payout payout, @Nullable String payoutReason, boolean returned, int rowCount, Yuan total,
		FundView fund, @Nullable Link original, BatchFigures figures, Uncovered uncovered, long leftOut,
		List<StepRow> steps, List<BatchEvent> events, List<FileRow> files, List<ReturnRow> returns,
		@Nullable SignatureSheet signatures, BatchStrip strip, Set<BatchAction> actions, Map<BatchAction, String> own) {

	public BatchView {
		actions = actions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(actions));
	}

	public String statusKey() {
		return this.returned ? BatchStatus.RETURNED_KEY : this.status.labelKey(this.payout);
	}

	public String chip() {
		return this.returned ? "warn" : this.status.chip();
	}

	/** Cash or goods: signed for, not sent to a bank. */
	public boolean isByHand() {
		return !this.payout.isBank();
	}

	/** Whether the actor may do the action of this name now. */
	public boolean may(String action) {
		return this.actions.contains(BatchAction.valueOf(action));
	}

	/** Message key of why the actor may not take the step, or null. */
	public @Nullable String refusal(String action) {
		return this.own.get(BatchAction.valueOf(action));
	}

	/** What is missing in the fund for a batch that is not promised yet. */
	public Yuan shortOf() {
		return shortOf(this.status, this.original != null, this.fund, this.total);
	}

	static Yuan shortOf(BatchStatus status, boolean again, FundView fund, Yuan total) {
		return status.isPromised() || status == BatchStatus.VOID || again ? Yuan.ZERO : fund.balance().shortOf(total);
	}

	/** Its steps, and what happened to single payments, in the order of time. */
	public List<BatchEvent> timeline() {
		return Stream.concat(this.steps.stream().map(BatchEvent::of), this.events.stream())
			.sorted(Comparator.comparing(BatchEvent::at))
			.toList();
	}

	/** Whether the bank has answered for every row and nothing waits to be paid again. */
	public boolean isFinished() {
		return this.figures.open() == 0 && this.figures.toReissue() == 0;
	}

	/** Another batch to go to. */
	public record Link(long id, String number) {

	}

}
