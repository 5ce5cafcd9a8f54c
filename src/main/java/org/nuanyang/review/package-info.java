/**
 * The two human judgements of a case: the class appraises, the committee decides the
 * tier.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit", "calendar", "org", "user", "web", "programme",
		"student", "household", "visit", "identification", "application", "fund" })
package org.nuanyang.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
