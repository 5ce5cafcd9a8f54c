/** Encryption of sensitive fields with a key file that lies outside the database. */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database" })
package org.nuanyang.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
