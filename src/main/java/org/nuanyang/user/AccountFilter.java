package org.nuanyang.user;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Role;

/**
 * What the administrator looks for: part of a name or user name, a role, the disabled
 * ones.
 */
record AccountFilter(@Nullable String q, @Nullable Role role, @Nullable Boolean disabled) {

	public boolean isForDisabled() {
		return Boolean.TRUE.equals(this.disabled);
	}

	@Nullable String part() {
		return (this.q == null || this.q.isBlank()) ? null : this.q.strip();
	}

}
