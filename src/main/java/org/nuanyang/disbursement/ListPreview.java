package org.nuanyang.disbursement;

import java.util.List;

import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * A payment list before it is written.
 *
 * @param uncovered for whom what the fund has free does not reach
 * @param names of those at the head of the list, to be checked before it is made
 */
public record ListPreview(FundView fund, Term term, int count, Yuan total, List<String> names, List<LeftOut> leftOut,
		Uncovered uncovered) {

	/** The beginning of those left out; the list itself, once made, has them all. */
	public Paged<LeftOut> firstLeftOut() {
		return new Paged<>(this.leftOut.subList(0, Math.min(BatchPages.PAGE, this.leftOut.size())), 1,
				Math.max(1, this.leftOut.size()), this.leftOut.size());
	}

	public Yuan shortOf() {
		return this.fund.balance().shortOf(this.total);
	}

}
