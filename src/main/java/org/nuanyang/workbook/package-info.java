/**
 * Spreadsheets: reads what schools hand in, whatever it is, and writes files without live
 * formulas.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel" })
package org.nuanyang.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
