package org.nuanyang.notice;

import java.time.LocalDate;

/**
 * When a notice ceased to stand.
 *
 * @param withdrawn taken down before its time
 */
public record NoticeEnd(LocalDate on, boolean withdrawn) {

	/** Whose words say so on the sheet. */
	public String key() {
		return this.withdrawn ? "notice.print.withdrawn" : "notice.print.ended";
	}

}
