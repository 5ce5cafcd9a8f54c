package org.nuanyang.web;

import jakarta.validation.constraints.NotBlank;

/** The own password, once as it is and twice as it shall be. */
record PasswordForm(@NotBlank String current, @NotBlank String next, @NotBlank String repeat) {

	static final PasswordForm EMPTY = new PasswordForm("", "", "");

	@Override
	public String toString() {
		return "PasswordForm[…]";
	}

}
