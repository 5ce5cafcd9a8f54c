/**
 * The termly re-check of recognised pupils (动态调整): tier raised, lowered or ended, with
 * reason, evidence, date and a second person, and its effect on the money.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "calendar", "org", "student", "programme",
		"application", "award" })
package org.nuanyang.recheck;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
