package org.nuanyang.household;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/** Who may see that a pupil is in a hardship category. */
public enum Sensitivity {

	NORMAL(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.COUNSELLOR, Role.DISTRICT, Role.COUNTY,
			Role.AUDITOR),
	/** Orphans, disability, unprotected children. */
	SENSITIVE(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.COUNSELLOR),
	/** Mind, bullying, conflict at home: psychology teacher and principal only. */
	RESTRICTED(Role.COUNSELLOR, Role.PRINCIPAL);

	private final Set<Role> roles;

	Sensitivity(Role... roles) {
		this.roles = Set.of(roles);
	}

	public boolean isVisibleTo(Actor actor) {
		return actor.roles().stream().anyMatch(this.roles::contains);
	}

	/** What the actor may see of anybody; a query asks for nothing else. */
	public static Set<Sensitivity> visibleTo(Actor actor) {
		return Arrays.stream(values()).filter((one) -> one.isVisibleTo(actor)).collect(Collectors.toSet());
	}

	public String labelKey() {
		return "household.sensitivity." + name();
	}

}
