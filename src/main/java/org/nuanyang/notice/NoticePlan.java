package org.nuanyang.notice;

import java.time.LocalDate;

/**
 * What an officer decides about a notice: when it opens, for how long, and whom to ask.
 */
public record NoticePlan(LocalDate opensOn, int workingDays, NoticeContact contact) {

}
