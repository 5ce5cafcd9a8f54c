package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/**
 * An objection to be written down.
 *
 * @param position the line of the notice it is about, or null
 */
public record Draft(long noticeId, @Nullable Integer position, Kind kind, Channel channel, String words,
		@Nullable String evidence, LocalDate receivedOn, Reporter reporter) {

	/** Facts are those of somebody; only who is missing, and procedure, have no line. */
	public Draft {
		if (kind == Kind.FACTS && position == null) {
			throw RuleViolation.on("line", "objection.position.missing");
		}
	}

	@Override
	public String toString() {
		return "Draft[" + this.noticeId + "]";
	}

}
