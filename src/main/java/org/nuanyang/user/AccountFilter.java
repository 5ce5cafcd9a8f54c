package org.nuanyang.user;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Role;

/**
 * What the administrator looks for: part of a name or user name, a role, the disabled
 * ones.
 */
record AccountFilter(@Nullable String q, @Nullable Role role, boolean disabled) {

	@Nullable String part() {
		return (this.q == null || this.q.isBlank()) ? null : this.q.strip();
	}

}
