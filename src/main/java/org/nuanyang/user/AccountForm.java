package org.nuanyang.user;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Role;

/**
 * A new account.
 *
 * @param place where it belongs, as {@link PlaceChoice#value} writes it
 */
record AccountForm(@NotBlank @Size(max = 40) @Nullable String username, @NotBlank @Size(max = 60) @Nullable String name,
		@NotBlank @Nullable String place, @Nullable Set<Role> roles) {

	static final AccountForm EMPTY = new AccountForm(null, null, null, Set.of());

	public Set<Role> chosenRoles() {
		return (this.roles != null) ? this.roles : Set.of();
	}

}
