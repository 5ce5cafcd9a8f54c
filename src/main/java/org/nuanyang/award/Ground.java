package org.nuanyang.award;

import java.time.LocalDate;

import org.nuanyang.kernel.Term;

/**
 * Why an award changes, since which day, and the first term whose money changes with it.
 */
public record Ground(Term from, LocalDate effectiveOn, String reason) {

}
