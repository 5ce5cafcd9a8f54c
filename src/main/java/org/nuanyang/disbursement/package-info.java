/**
 * Payment batches, bank files and returns: money leaves here, once, to the frozen list.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "vault", "audit", "calendar", "job", "workbook", "org",
		"user", "web", "programme", "student", "application", "payee", "fund", "award", "attachment" })
package org.nuanyang.disbursement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
