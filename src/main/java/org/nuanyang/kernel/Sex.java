package org.nuanyang.kernel;

/** Sex as the national pupil registry codes it (GB/T 2261.1). */
public enum Sex {

	MALE("1"), FEMALE("2");

	private final String code;

	Sex(String code) {
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
