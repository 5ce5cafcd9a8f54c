package org.nuanyang.kernel;

/**
 * Why money is voided, sent back, taken back or waived: facts that stand before an
 * auditor, which a word or two would not.
 */
public record Reason(String text) {

	public static final int SHORTEST = 10;

	public static final int LONGEST = 200;

	/**
	 * What was typed in the field {@code reason}.
	 * @param refusal the message of what is too short or too long, given the least and
	 * the most characters
	 */
	public static Reason of(String typed, String refusal) {
		var said = typed.strip();
		if (said.length() < SHORTEST || said.length() > LONGEST) {
			throw RuleViolation.on("reason", refusal, SHORTEST, LONGEST);
		}
		return new Reason(said);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
