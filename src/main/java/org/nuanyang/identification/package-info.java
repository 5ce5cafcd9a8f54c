/**
 * Rule sets as data, and assessments of a pupil's verified facts by them; knows no
 * application.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit", "importing", "org", "user", "web",
		"programme", "student", "household", "visit" })
package org.nuanyang.identification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
