/**
 * Files that belong to a thing of another feature: cleaned, encrypted, and opened only to
 * whom that thing's guard lets in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "vault", "audit" })
package org.nuanyang.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
