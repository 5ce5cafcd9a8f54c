/**
 * The bank accounts to which a pupil's aid is paid, each confirmed by a second person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "attachment", "importing", "org",
		"user", "web", "programme", "student" })
package org.nuanyang.payee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
