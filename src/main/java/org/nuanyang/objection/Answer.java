package org.nuanyang.objection;

import java.time.LocalDate;

/**
 * The answer that was given, and how it was taken.
 *
 * @param on the day on which it was given
 * @param reviewWanted noted of older ones that the objector wants the county centre to
 * look at it (要求复核); who wants it now is told to turn there
 */
public record Answer(Channel channel, LocalDate on, String words, Satisfaction satisfaction, boolean reviewWanted) {

	/** As pages show it. */
	Answer masked() {
		return new Answer(this.channel, this.on, Masked.of(this.words), this.satisfaction, this.reviewWanted);
	}

}
