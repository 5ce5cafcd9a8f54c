package org.nuanyang.web;

import org.nuanyang.kernel.RuleViolation;

import org.springframework.validation.BindingResult;

/** Tells what a rule refused in the form that was sent. */
public final class Refusals {

	private Refusals() {
	}

	/** At its field; what is about no field of the form is thrown on. */
	public static void rejectField(BindingResult result, RuleViolation violation) {
		if (violation.field() == null) {
			throw violation;
		}
		reject(result, violation);
	}

	/** At its field if the form has it, else above the form; all that were refused. */
	public static void reject(BindingResult result, RuleViolation refused) {
		refused.all().forEach((violation) -> rejectOne(result, violation));
	}

	private static void rejectOne(BindingResult result, RuleViolation violation) {
		var field = violation.field();
		if (field != null && result.getFieldType(field) != null) {
			result.rejectValue(field, violation.key(), violation.arguments(), null);
		}
		else {
			result.reject(violation.key(), violation.arguments(), null);
		}
	}

}
