/**
 * Objections to a public notice (公示异议): handed in by anybody or entered by staff,
 * examined by somebody who did not decide the case, concluded and answered.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "kernel", "vault", "web", "audit", "calendar", "org", "user", "application", "notice" })
package org.nuanyang.objection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
