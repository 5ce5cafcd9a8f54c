package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An objection to be written down.
 *
 * @param position the line of the notice it is about, or null
 */
public record Draft(long noticeId, @Nullable Integer position, Kind kind, Channel channel, String words,
		@Nullable String evidence, LocalDate receivedOn, Reporter reporter) {

	@Override
	public String toString() {
		return "Draft[" + this.noticeId + "]";
	}

}
