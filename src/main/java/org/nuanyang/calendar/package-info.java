/** Which days count: working days with make-up days, school years and their terms. */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "database", "audit", "workbook" })
package org.nuanyang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
