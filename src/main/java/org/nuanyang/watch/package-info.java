/**
 * Red flags (红旗检查): what auditors ask of aid money, asked of the live data every day.
 * Reads the tables of all floors below in SQL and writes nothing but the audit trail.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "audit", "web", "workbook", "org", "student" })
package org.nuanyang.watch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
