/**
 * The roster of a school: reads what the national registry exports and what schools make
 * by hand, and enrols its pupils.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "workbook", "importing", "org", "web", "student" })
package org.nuanyang.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
