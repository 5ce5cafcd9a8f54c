package org.nuanyang.web;

import org.nuanyang.kernel.RuleViolation;

import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Tells what a rule refused in the form that was sent. */
public final class Refusals {

	private Refusals() {
	}

	/** At its field if the form has it, else above the form. */
	public static void reject(BindingResult result, RuleViolation violation) {
		var field = violation.field();
		if (field != null && result.getFieldType(field) != null) {
			result.rejectValue(field, violation.key(), violation.arguments(), null);
		}
		else {
			result.reject(violation.key(), violation.arguments(), null);
		}
	}

	/**
	 * Ties the errors to the form again: a value that could not be read leaves them
	 * without one, and the page without everything else that was typed.
	 */
	public static void keep(Model model, String name, Object form, BindingResult errors) {
		if (errors.getTarget() == null) {
			var kept = new BeanPropertyBindingResult(form, name);
			errors.getAllErrors().forEach(kept::addError);
			model.addAttribute(name, form);
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + name, kept);
		}
	}

}
