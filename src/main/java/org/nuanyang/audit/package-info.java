/** The append-only, hash-chained trail of who did what. */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "workbook" })
package org.nuanyang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
