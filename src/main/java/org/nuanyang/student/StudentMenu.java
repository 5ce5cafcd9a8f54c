package org.nuanyang.student;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of the pupil pages. */
@Configuration(proxyBeanMethods = false)
class StudentMenu {

	@Bean
	MenuEntry pupilsEntry() {
		return new MenuEntry("", 10, "student.menu", "users", "/students",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.COUNSELLOR, Role.DISTRICT, Role.COUNTY, Role.AUDITOR));
	}

	/** Who sees one class knows the page by it. */
	@Bean
	MenuEntry ownPupilsEntry() {
		return new MenuEntry("", 11, "student.menu.mine", "users", "/students", Set.of(Role.HEAD_TEACHER));
	}

}
