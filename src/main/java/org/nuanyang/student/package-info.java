/**
 * Pupils: who they are, where they are enrolled, their guardians, and the import of the
 * roster.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "calendar", "job", "workbook",
		"importing", "org", "user", "web" })
package org.nuanyang.student;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
