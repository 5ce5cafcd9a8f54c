package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An objection in a list.
 *
 * @param number 异议〔2026〕3号
 * @param about the line it is about as published, or null
 * @param handlerId who took it up, or null
 */
public record ObjectionRow(long id, String number, long noticeId, String noticeTitle, @Nullable String about,
		@Nullable Long applicationId, Kind kind, Channel channel, LocalDate receivedOn, LocalDate dueOn,
		ObjectionStatus status, @Nullable Outcome outcome, @Nullable Long handlerId, @Nullable String handlerName) {

	/** A title that people can tell it by: about whom, and when it came. */
	public String titleKey() {
		return (this.about != null) ? "objection.title.line" : "objection.title.list";
	}

	/** The answer is still to be given. */
	public boolean isOpen() {
		return this.status != ObjectionStatus.ANSWERED;
	}

}
