/**
 * What a family declares, what the school has verified, and the hardship categories of a
 * pupil.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "attachment", "importing", "org",
		"user", "web", "programme", "student" })
package org.nuanyang.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
