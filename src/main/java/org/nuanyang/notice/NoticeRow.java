package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * One line of a notice: all that is ever shown of a pupil. The tier only where the
 * programme switches it on.
 *
 * @param position the line's own place, by which objections name it; it never moves
 * @param number as it is shown, 1 to n without a gap: a gap would point at whoever left
 */
public record NoticeRow(int position, int number, String name, String gradeName, String className,
		@Nullable Tier tier) {

	/** In one line, to choose it by. */
	public String label() {
		return this.number + " " + this.name + " " + this.gradeName + this.className;
	}

}
