package org.nuanyang.household;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

/** Facts as fields of a form: the map {@code facts} of the form, one entry per code. */
public final class FactInputs {

	private FactInputs() {
	}

	/**
	 * What was typed for these facts, canonical; blank ones are left out, wrong ones are
	 * among the errors.
	 */
	public static Map<FactCode, String> canonical(Map<FactCode, String> typed, Collection<FactCode> codes,
			BindingResult errors) {
		var values = new EnumMap<FactCode, String>(FactCode.class);
		for (var code : codes) {
			var value = typed.get(code);
			if (value == null || value.isBlank()) {
				continue;
			}
			try {
				values.put(code, code.canonical(value));
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return values;
	}

	/** Whether an option is among those typed, for a tick. */
	public static boolean chosen(String typed, String option) {
		return Arrays.asList(typed.split(",")).contains(option);
	}

}
