package org.nuanyang.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * 学籍号, 19 characters: G with the id number (for life, even if the id number changes
 * later), J for pupils without one, L temporary. It contains an id number, so it is shown
 * masked.
 */
public record RegistryNumber(String value) implements Serializable {

	private static final Pattern WHOLE = Pattern.compile("[GJL]\\d{17}[\\dX]");

	/**
	 * @throws RuleViolation saying which rule it breaks: V-XJ-1 or V-XJ-3
	 */
	public RegistryNumber {
		value = IdNumber.normalised(value);
		if (value.length() != 19) {
			throw new RuleViolation("kernel.registry.length", String.valueOf(value.length()));
		}
		if (!WHOLE.matcher(value).matches()) {
			throw new RuleViolation("kernel.registry.character");
		}
		if (value.charAt(0) == 'J' && value.charAt(18) != IdNumber.checkCharacter(value.substring(1))) {
			throw new RuleViolation("kernel.registry.check");
		}
	}

	/** L numbers wait for the formal one; both mean the same pupil. */
	public boolean isTemporary() {
		return this.value.charAt(0) == 'L';
	}

	/**
	 * A G number usually is G and the id number; a later change of the id leaves it as it
	 * was (V-XJ-2).
	 */
	public boolean agreesWith(IdNumber id) {
		return this.value.charAt(0) != 'G' || this.value.substring(1).equals(id.value());
	}

	/** The last four characters, by which people search. */
	public String tail() {
		return this.value.substring(15);
	}

	public String masked() {
		return this.value.substring(0, 5) + "**********" + tail();
	}

	@Override
	public String toString() {
		return masked();
	}

}
