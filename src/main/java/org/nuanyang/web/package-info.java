/**
 * The shell of every page: who may reach it, how it is laid out, how refusals are told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "calendar", "attachment", "job",
		"importing", "org", "user" })
package org.nuanyang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
