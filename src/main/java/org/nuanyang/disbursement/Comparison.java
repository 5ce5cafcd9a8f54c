package org.nuanyang.disbursement;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * A payment list beside the one paid before it.
 *
 * @param last what it is compared with, or null if nothing was ever paid
 */
public record Comparison(@Nullable Last last, List<Change> changes) {

	public List<Change> added() {
		return of(ChangeKind.NEW);
	}

	public List<Change> gone() {
		return of(ChangeKind.GONE);
	}

	public List<Change> otherAmount() {
		return of(ChangeKind.AMOUNT);
	}

	public List<Change> otherAccount() {
		return of(ChangeKind.ACCOUNT);
	}

	private List<Change> of(ChangeKind kind) {
		return this.changes.stream().filter(kind::is).toList();
	}

	/** One page of the changes of a kind: of a long list nobody reads all at once. */
	Paged<Change> page(ChangeKind kind, int page, int size) {
		var all = of(kind);
		var from = (int) Math.min(all.size(), Paged.offset(page, size));
		return new Paged<>(all.subList(from, Math.min(all.size(), from + size)), page, size, all.size());
	}

	/**
	 * The term paid before, with all its batches; for a re-issue the original alone.
	 */
	public record Last(SchoolYear year, Term term, List<BatchView.Link> batches, int persons, Yuan total) {

	}

	/**
	 * A pupil whom the two lists do not treat alike.
	 *
	 * @param before the amount on the earlier list, or null
	 * @param now the amount on this list, or null
	 * @param why why the pupil is no longer on the list, or null
	 * @param detail number of the batch that the reason speaks of
	 */
	public record Change(long enrolmentId, String name, String className, @Nullable Yuan before, @Nullable Yuan now,
			@Nullable String accountBefore, @Nullable String accountNow, boolean otherPayee, @Nullable GoneReason why,
			@Nullable String detail) {

		public boolean isNew() {
			return this.before == null;
		}

		public boolean isGone() {
			return this.now == null;
		}

		public boolean isOtherAmount() {
			return this.before != null && this.now != null && !this.before.equals(this.now);
		}

		public boolean isOtherAccount() {
			return this.before != null && this.now != null && this.otherPayee;
		}

	}

}
