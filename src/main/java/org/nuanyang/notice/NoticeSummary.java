package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;

/**
 * The head of a notice, for lists and pages.
 *
 * @param number 公示〔2026〕2号, null before it is published
 * @param open the public can read it now
 */
public record NoticeSummary(long id, String schoolName, String title, @Nullable String number, int people,
		boolean tierShown, NoticeDates dates, NoticeStatus status, boolean open) {

	/** Approved, but its first day is still to come. */
	public boolean toCome() {
		return this.status == NoticeStatus.PUBLISHED && !this.open;
	}

	/** Whose words are {@code notice.status.…}. */
	public String statusKey() {
		return "notice.status." + (toCome() ? "TO_COME" : this.status.name());
	}

}
