package org.nuanyang.user;

import java.util.Set;

import org.nuanyang.kernel.Role;

/**
 * An account in the administrator's list, and at the head of its page.
 *
 * @param unused its person has never chosen a password, so that one administrator may
 * hand out the first one
 */
record AccountRow(long id, String username, String name, String placeName, Set<Role> roles, boolean disabled,
		boolean mustChange, boolean unused) {

	/**
	 * Holds both sides of a check by a second person: allowed, since a small school has
	 * few people, but never on one and the same case.
	 */
	public boolean mayMeetThemself() {
		return this.roles.contains(Role.OFFICER)
				&& (this.roles.contains(Role.PRINCIPAL) || this.roles.contains(Role.FINANCE))
				|| this.roles.contains(Role.PRINCIPAL) && this.roles.contains(Role.FINANCE);
	}

}
