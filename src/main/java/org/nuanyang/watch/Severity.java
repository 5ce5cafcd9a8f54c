package org.nuanyang.watch;

/** How urgent a red flag is, with the chip that shows it. */
enum Severity {

	/** Money may have gone where it must not. */
	HIGH("risk"),
	/** Something is owed, or wants an explanation. */
	MEDIUM("warn");

	private final String chip;

	Severity(String chip) {
		this.chip = chip;
	}

	public String chip() {
		return this.chip;
	}

	public String labelKey() {
		return "watch.severity." + name();
	}

}
