/**
 * The recognised list sent to the county aid centre (备案), frozen, and the centre's
 * answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "vault", "web", "audit", "org", "workbook", "programme", "student",
		"application", "notice" })
package org.nuanyang.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
