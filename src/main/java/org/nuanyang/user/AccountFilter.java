package org.nuanyang.user;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Role;

/** What the administrator looks for: part of a name or user name, a role, a state. */
record AccountFilter(@Nullable String q, @Nullable Role role, @Nullable AccountState state) {

	@Nullable String part() {
		return (this.q == null || this.q.isBlank()) ? null : this.q.strip();
	}

	public AccountState shown() {
		return (this.state != null) ? this.state : AccountState.ACTIVE;
	}

}
