package org.nuanyang.disbursement;

/** Which rows of a batch somebody wants to see. */
enum RowFilter {

	ALL("true"), PAID("state = 'PAID'"), FAILED("state = 'FAILED'"), OPEN("state = 'OPEN'");

	private final String condition;

	RowFilter(String condition) {
		this.condition = condition;
	}

	String condition() {
		return this.condition;
	}

}
