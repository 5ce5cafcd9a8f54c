package org.nuanyang.disbursement;

import java.util.List;

import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/** A payment list before it is written. */
public record ListPreview(FundView fund, Term term, int count, Yuan total, List<LeftOut> leftOut) {

	public Yuan shortOf() {
		return this.fund.balance().shortOf(this.total);
	}

}
