package org.nuanyang.student;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/** What is masked and may be shown in full once, to whom. */
enum RevealField {

	ID(Role.OFFICER, Role.PRINCIPAL), REGISTRY(Role.OFFICER, Role.PRINCIPAL),
	ADDRESS(Role.OFFICER, Role.PRINCIPAL, Role.HEAD_TEACHER, Role.COUNSELLOR),
	PHONE(Role.OFFICER, Role.PRINCIPAL, Role.HEAD_TEACHER, Role.COUNSELLOR), GUARDIAN_ID(Role.OFFICER),
	GUARDIAN_PHONE(Role.OFFICER, Role.PRINCIPAL, Role.HEAD_TEACHER, Role.COUNSELLOR);

	private final Set<Role> roles;

	RevealField(Role... roles) {
		this.roles = Set.of(roles);
	}

	boolean isFor(Actor actor) {
		return this.roles.stream().anyMatch(actor::is);
	}

	static Set<RevealField> openTo(Actor actor) {
		return Arrays.stream(values())
			.filter((field) -> field.isFor(actor))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(RevealField.class)));
	}

}
