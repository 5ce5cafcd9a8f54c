/**
 * Public notice of recognition (公示): drafted, checked for privacy, approved, open for its
 * working days.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "org", "user", "calendar", "programme", "student",
		"application" })
package org.nuanyang.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
