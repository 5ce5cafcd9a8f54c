/** Home visits: what two visitors saw, beside what the family declared. */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "attachment", "importing", "org",
		"user", "web", "programme", "student", "household", "payee" })
package org.nuanyang.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
