/**
 * Imports of tables in steps that a person follows: file, columns, dry run, all or
 * nothing, undo. Other features say what a row is by implementing {@code Importer}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "workbook", "vault", "audit", "job" })
package org.nuanyang.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
