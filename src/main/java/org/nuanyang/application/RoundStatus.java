package org.nuanyang.application;

import org.springframework.context.MessageSourceResolvable;

/**
 * How far a round has come. It follows from what happens to its cases and never goes
 * back.
 */
public enum RoundStatus implements MessageSourceResolvable {

	PREPARING(RoundStep.INFORM), INFORMING(RoundStep.INFORM), APPLYING(RoundStep.APPLY),
	CLASS_APPRAISAL(RoundStep.APPRAISE), COMMITTEE(RoundStep.DECIDE), NOTICE(RoundStep.PUBLISH), FILING(RoundStep.FILE),
	FILED(RoundStep.PAY), ARCHIVED(RoundStep.ARCHIVE);

	private final RoundStep step;

	RoundStatus(RoundStep step) {
		this.step = step;
	}

	/**
	 * The step under way. Home visits run inside APPLYING and have no status of their
	 * own.
	 */
	public RoundStep step() {
		return this.step;
	}

	/** New cases come in until the list has gone to the education authority. */
	public boolean takesCases() {
		return compareTo(FILING) < 0;
	}

	public String chip() {
		return this == ARCHIVED ? "neutral" : this == FILED ? "ok" : "info";
	}

	@Override
	public String[] getCodes() {
		return new String[] { "application.round.status." + name() };
	}

}
