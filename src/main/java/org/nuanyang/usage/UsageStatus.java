package org.nuanyang.usage;

/** Life of a notice of fund use. */
enum UsageStatus {

	DRAFT("wait"), PUBLISHED("ok"), WITHDRAWN("neutral");

	private final String chip;

	UsageStatus(String chip) {
		this.chip = chip;
	}

	public String chip() {
		return this.chip;
	}

	public String labelKey() {
		return "usage.status." + name();
	}

}
