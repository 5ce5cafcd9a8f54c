package org.nuanyang.importing;

/** How far an import is. */
public enum ImportStatus {

	/** Its columns are being named. */
	UPLOADED("info"),
	/** The dry run is there to be read; nothing is written. */
	CHECKED("warn"),
	/** Being written, or refused while being written. */
	CONFIRMED("info"),

	DONE("ok"),

	UNDONE("neutral"),

	CANCELLED("neutral");

	private final String chip;

	ImportStatus(String chip) {
		this.chip = chip;
	}

	public String chip() {
		return this.chip;
	}

	boolean isOpen() {
		return this == UPLOADED || this == CHECKED;
	}

}
