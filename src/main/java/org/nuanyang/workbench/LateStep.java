package org.nuanyang.workbench;

import java.time.LocalDate;

import org.nuanyang.application.RoundStep;

/**
 * A step of a school's round whose last day is over and for which somebody still waits.
 *
 * @param path the list of them
 */
record LateStep(RoundStep step, LocalDate dueOn, long waiting, String path) {

}
