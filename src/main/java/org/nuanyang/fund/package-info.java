/**
 * Fund accounts, receipts and the double-entry journal: what a fund holds, has promised
 * and has free.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit", "attachment", "workbook", "org", "user",
		"web", "programme" })
package org.nuanyang.fund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
