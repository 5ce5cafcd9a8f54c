/** Accounts, roles, sign-in and its defences. */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "kernel", "database", "vault", "audit", "calendar", "job", "importing", "org" })
package org.nuanyang.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
