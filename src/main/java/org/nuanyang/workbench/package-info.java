/**
 * The first page after sign-in: what waits for whom, how far the round is, the numbers
 * behind it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "org", "user", "web", "programme", "student",
		"application", "objection", "report", "inbox" })
package org.nuanyang.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
