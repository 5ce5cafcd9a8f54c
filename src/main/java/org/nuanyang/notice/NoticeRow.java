package org.nuanyang.notice;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * One line of a notice: all that is ever shown of a pupil. The tier only where the
 * programme switches it on.
 */
public record NoticeRow(int position, String name, String gradeName, String className, @Nullable Tier tier) {

	/** Numbers without a gap, which would tell whose name was taken out. */
	static List<NoticeRow> numbered(List<NoticeRow> rows) {
		return IntStream.range(0, rows.size()).mapToObj((place) -> rows.get(place).at(place + 1)).toList();
	}

	private NoticeRow at(int place) {
		return new NoticeRow(place, this.name, this.gradeName, this.className, this.tier);
	}

}
