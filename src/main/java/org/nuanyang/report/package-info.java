/**
 * Figures and tables over everything below: what a principal, a district or a county
 * looks at. A figure is the length of a list and nothing else: both are one query.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "audit", "org", "web", "workbook", "programme", "student",
		"household", "application", "fund" })
package org.nuanyang.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
