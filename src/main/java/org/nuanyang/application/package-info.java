/**
 * The aid round of a school year and the case of each pupil in it, from draft to
 * recognition.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit", "calendar", "attachment", "importing", "org",
		"user", "web", "programme", "student", "household", "payee", "visit", "identification" })
package org.nuanyang.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
