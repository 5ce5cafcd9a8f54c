package org.nuanyang.kernel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The person who acts: account, roles, and the schools that follow from them. Services
 * take it as an argument; nothing reads it from a thread.
 *
 * @param schoolId the one school the account belongs to, or null for a district or county
 * account
 */
public record Actor(long userId, String username, String name, Set<Role> roles, @Nullable Long schoolId, String orgName,
		Scope scope) implements Serializable {

	public Actor {
		roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
	}

	public boolean is(Role... any) {
		return Arrays.stream(any).anyMatch(this.roles::contains);
	}

	/** The school the account works in. */
	public Optional<Long> school() {
		return Optional.ofNullable(this.schoolId);
	}

	/** The school the account works in; refuses an account that belongs to none. */
	public long ownSchool() {
		if (this.schoolId == null) {
			throw new NotFound("school of " + this.userId);
		}
		return this.schoolId;
	}

	/**
	 * A head teacher who holds no school-wide role sees the pupils of the own classes
	 * only.
	 */
	public boolean seesOwnClassesOnly() {
		return is(Role.HEAD_TEACHER) && !is(Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.REVIEWER, Role.AUDITOR);
	}

	/**
	 * The same person in some of the own roles only, for what one role is shown as a
	 * whole and another narrows.
	 */
	public Actor in(Role... some) {
		return new Actor(this.userId, this.username, this.name,
				Arrays.stream(some).filter(this.roles::contains).collect(Collectors.toSet()), this.schoolId,
				this.orgName, this.scope);
	}

	@Override
	public String toString() {
		return "Actor[" + this.userId + " " + this.roles + "]";
	}

}
