/**
 * The database beneath everything: embedded by default, reached as a role that owns
 * nothing, with the scope of the running code handed to row-level security.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel" })
package org.nuanyang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
