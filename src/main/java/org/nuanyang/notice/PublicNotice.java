package org.nuanyang.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A notice as anybody reads it: the whitelist itself. What is not in this record cannot
 * reach a public page or a print.
 */
public record PublicNotice(NoticeSummary head, @Nullable String body, NoticeContact contact, List<NoticeRow> rows) {

	/** The grades that stand on the list, in its order. */
	public List<String> grades() {
		return this.rows.stream().map(NoticeRow::gradeName).distinct().toList();
	}

	/** How many of those the words speak of have left the list since. */
	public int takenOut() {
		return this.head.people() - this.rows.size();
	}

	/** The lines of one grade, or all of them. */
	public List<NoticeRow> rows(@Nullable String grade) {
		return this.rows.stream().filter((row) -> grade == null || row.gradeName().equals(grade)).toList();
	}

	/** Two columns beside each other, read downwards. */
	static List<List<NoticeRow>> columns(List<NoticeRow> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		if (rows.size() < 8) {
			return List.of(rows);
		}
		int half = (rows.size() + 1) / 2;
		return List.of(rows.subList(0, half), rows.subList(half, rows.size()));
	}

	/** For the print, which shows the whole list. */
	public List<List<NoticeRow>> columns() {
		return columns(this.rows);
	}

}
