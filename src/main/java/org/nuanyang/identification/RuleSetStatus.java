package org.nuanyang.identification;

/** How far a rule set has come. */
enum RuleSetStatus {

	/** 草稿: counts for nobody yet. */
	DRAFT("neutral"),
	/** 启用 */
	ACTIVE("ok"),
	/** 停用: stays readable, since assessments rest on it. */
	RETIRED("lock");

	private final String chip;

	RuleSetStatus(String chip) {
		this.chip = chip;
	}

	public String chip() {
		return this.chip;
	}

	/** Message key of its name. */
	public String labelKey() {
		return "identification.rules.status." + name();
	}

}
