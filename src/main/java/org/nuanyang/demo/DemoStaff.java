package org.nuanyang.demo;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.Place;
import org.nuanyang.user.UserService;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The accounts of the demo county, which all have the same published password. */
@Component
@ConditionalOnBooleanProperty("nuanyang.demo")
class DemoStaff {

	static final String PASSWORD = "Sunny-Days-26";

	private final UserService users;

	private final OrgService orgs;

	DemoStaff(UserService users, OrgService orgs) {
		this.users = users;
		this.orgs = orgs;
	}

	/** The county's own people. */
	Actor county(long county, long district) {
		var place = this.orgs.place(county, null, null);
		person("admin", "管样六", place, Role.ADMIN);
		person("auditor", "审样七", place, Role.AUDITOR);
		// What one writes another brings into force.
		person("county2", "县样十", place, Role.COUNTY);
		person("district", "学样八", this.orgs.place(null, district, null), Role.DISTRICT);
		return person("county", "县样九", place, Role.COUNTY);
	}

	/**
	 * The staff of a school, without head teachers.
	 * @param suffix told after the user names, empty for the school that visitors sign in
	 * to
	 */
	School school(long schoolId, String suffix, DemoPeople people) {
		var place = this.orgs.place(null, null, schoolId);
		person("reviewer" + suffix, people.name(), place, Role.REVIEWER);
		var counsellor = person("counsellor" + suffix, people.name(), place, Role.COUNSELLOR);
		return new School(schoolId,
				person("officer" + suffix, suffix.isEmpty() ? "沈样一" : people.name(), place, Role.OFFICER),
				person("principal" + suffix, suffix.isEmpty() ? "顾样二" : people.name(), place, Role.PRINCIPAL),
				person("finance" + suffix, suffix.isEmpty() ? "林样三" : people.name(), place, Role.FINANCE), counsellor);
	}

	Actor headTeacher(long schoolId, String username, String name) {
		return person(username, name, this.orgs.place(null, null, schoolId), Role.HEAD_TEACHER);
	}

	private Actor person(String username, String name, Place place, Role role) {
		return this.users.createForDemo(username, name, place, Set.of(role), PASSWORD);
	}

	/** The people of a school who move its cases. */
	record School(long id, Actor officer, Actor principal, Actor finance, Actor counsellor) {

	}

	/** Head teachers by the class that is theirs. */
	record Teachers(Map<Long, Actor> byClass) {

		/** Who answers for what all of them do. */
		Actor leading() {
			return of(Collections.min(this.byClass.keySet()));
		}

		Actor of(long classId) {
			var teacher = this.byClass.get(classId);
			if (teacher == null) {
				throw new IllegalStateException("class " + classId + " has no head teacher");
			}
			return teacher;
		}

	}

}
