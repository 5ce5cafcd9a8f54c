/** Counties, school districts, schools, grades and classes. */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "calendar", "job", "importing" })
package org.nuanyang.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
