package org.nuanyang.user;

import java.util.Set;
import java.util.regex.Pattern;

import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.Place;

/**
 * What a user name may look like, and which roles go together, at which place.
 */
final class AccountRules {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

	private AccountRules() {
	}

	static boolean isUsername(String text) {
		return USERNAME.matcher(text).matches();
	}

	/** Refuses roles that cannot be held together, or not at this place. */
	static void checkRoles(Set<Role> roles, Place place) {
		if (roles.isEmpty()) {
			throw RuleViolation.on("roles", "user.roles.none");
		}
		if (roles.contains(Role.ADMIN) && roles.size() > 1) {
			throw RuleViolation.on("roles", "user.roles.admin-alone");
		}
		var wrongPlace = roles.stream().filter((role) -> !fits(role, place)).findFirst();
		if (wrongPlace.isPresent()) {
			throw RuleViolation.on("roles", "user.roles.wrong-place." + wrongPlace.get());
		}
	}

	private static boolean fits(Role role, Place place) {
		return switch (role) {
			case ADMIN, AUDITOR -> true;
			case COUNTY -> place.countyId() != null;
			case DISTRICT -> place.districtId() != null;
			default -> place.schoolId() != null;
		};
	}

}
