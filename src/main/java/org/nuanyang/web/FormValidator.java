package org.nuanyang.web;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;

/**
 * Hands everything to the real validator, {@code validateValue} included, which Boot's
 * own adapter lacks: without it one unreadable field of a record form hides the errors of
 * all others.
 */
class FormValidator implements SmartValidator {

	private final SmartValidator validator;

	FormValidator(SmartValidator validator) {
		this.validator = validator;
	}

	@Override
	public boolean supports(Class<?> type) {
		return this.validator.supports(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		this.validator.validate(target, errors);
	}

	@Override
	public void validate(Object target, Errors errors, Object... hints) {
		this.validator.validate(target, errors, hints);
	}

	@Override
	public void validateValue(Class<?> type, @Nullable String field, @Nullable Object value, Errors errors,
			Object... hints) {
		this.validator.validateValue(type, field, value, errors, hints);
	}

	@Override
	public <T> @Nullable T unwrap(@Nullable Class<T> type) {
		return this.validator.unwrap(type);
	}

}
