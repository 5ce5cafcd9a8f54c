package org.nuanyang.web;

import org.nuanyang.kernel.RuleViolation;

import org.springframework.validation.BindingResult;

/** Puts a broken rule among the errors of the form that broke it. */
public final class Refusals {

	private Refusals() {
	}

	public static void reject(BindingResult result, RuleViolation violation) {
		var field = violation.field();
		if (field != null) {
			result.rejectValue(field, violation.key(), violation.arguments(), violation.key());
		}
		else {
			result.reject(violation.key(), violation.arguments(), violation.key());
		}
	}

}
