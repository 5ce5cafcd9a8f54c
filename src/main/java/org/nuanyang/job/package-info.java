/** Long work that can be watched and survives a restart. */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit" })
package org.nuanyang.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
