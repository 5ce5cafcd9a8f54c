package org.nuanyang.application;

import org.springframework.context.MessageSourceResolvable;

/**
 * How far a round has come: it is where its hindmost case is. What is stored is the
 * furthest it ever came.
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

	/** The status of a round whose hindmost case waits for this step. */
	public static RoundStatus at(RoundStep step) {
		return switch (step) {
			case INFORM -> INFORMING;
			case APPLY, VISIT -> APPLYING;
			case APPRAISE -> CLASS_APPRAISAL;
			case DECIDE -> COMMITTEE;
			case PUBLISH -> NOTICE;
			case FILE -> FILING;
			case PAY -> FILED;
			case ARCHIVE -> ARCHIVED;
		};
	}

	/**
	 * Who was not recognised may apply at any time, and the school must decide promptly
	 * (process.md 1.1); only an archived round is closed.
	 */
	public boolean takesCases() {
		return this != ARCHIVED;
	}

	public String chip() {
		return this == ARCHIVED ? "neutral" : this == FILED ? "ok" : "info";
	}

	@Override
	public String[] getCodes() {
		return new String[] { "application.round.status." + name() };
	}

}
