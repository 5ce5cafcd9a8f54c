/** Who gets how much per term, from an accepted filing (资助资格). */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "kernel", "web", "audit", "org", "programme", "student", "application", "filing" })
package org.nuanyang.award;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
