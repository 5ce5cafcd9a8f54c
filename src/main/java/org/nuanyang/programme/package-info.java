/**
 * Aid programmes, their standards per school year and tier, and the local subsistence
 * line.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit", "web" })
package org.nuanyang.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
