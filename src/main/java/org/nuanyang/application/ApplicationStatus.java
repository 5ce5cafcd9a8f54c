package org.nuanyang.application;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.MessageSourceResolvable;

/**
 * Where a case stands in its life (process.md 1.3). It is its own message, so that it can
 * be an argument of a refusal.
 */
public enum ApplicationStatus implements MessageSourceResolvable {

	DRAFT("neutral"), SUBMITTED("wait"), SENT_BACK("warn"), ACCEPTED("info"), VISITED("info"), CLASS_APPRAISED("info"),
	PASSED("ok"), NOT_PASSED("neutral"), ON_NOTICE("info"), OBJECTED("warn"), RECOGNISED("ok"), REFUSED("neutral"),
	WITHDRAWN("neutral"), ADJUSTED("ok"), ENDED("neutral");

	/** Cases on which the school still works: the committee has not decided. */
	public static final Set<ApplicationStatus> UNDECIDED = EnumSet.of(DRAFT, SUBMITTED, SENT_BACK, ACCEPTED, VISITED,
			CLASS_APPRAISED);

	/** After these the pupil may apply again in the same round. */
	public static final Set<ApplicationStatus> OVER = EnumSet.of(REFUSED, WITHDRAWN, ENDED);

	/** Decided and signed, and no further: the decision may still be taken back. */
	public static final Set<ApplicationStatus> DECIDED = EnumSet.of(PASSED, NOT_PASSED);

	/** Recognised, as decided or as adjusted since. */
	public static final Set<ApplicationStatus> STANDING = EnumSet.of(RECOGNISED, ADJUSTED);

	private final String chip;

	ApplicationStatus(String chip) {
		this.chip = chip;
	}

	boolean isOver() {
		return OVER.contains(this);
	}

	/** The step of the round that a case in it waits for; none at its end. */
	public Optional<RoundStep> awaits() {
		return Optional.ofNullable(RoundProgress.WAITS.get(this));
	}

	/** The kind of chip that shows it (ui.md 4.5). */
	public String chip() {
		return this.chip;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "application.status." + name() };
	}

}
