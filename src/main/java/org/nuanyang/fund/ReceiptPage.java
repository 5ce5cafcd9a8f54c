package org.nuanyang.fund;

/** A receipt with the fund that it went to. */
record ReceiptPage(FundView fund, ReceiptRow row) {

	String path() {
		return "/funds/" + this.fund.id() + "/receipts/" + this.row.id();
	}

}
