package org.nuanyang.usage;

import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.Yuan;

/**
 * The totals of one source and programme. There is no name here, not even that of the
 * fund, which somebody typed.
 *
 * @param opening what the bank held before
 * @param allocated approved to be paid
 * @param used what the bank has paid, less what came back
 */
record UsageLine(FundSource source, String programme, Yuan opening, Yuan received, Yuan allocated, Yuan used,
		Yuan closing) {

	String text() {
		return String.join("|", this.source.name(), this.programme, this.opening.toString(), this.received.toString(),
				this.allocated.toString(), this.used.toString(), this.closing.toString());
	}

}
