package org.nuanyang.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.context.MessageSourceResolvable;

/** What a case waits for, and whose turn it is. */
public enum NextStep implements MessageSourceResolvable {

	SUBMIT(Role.HEAD_TEACHER, ApplicationStatus.DRAFT, ApplicationStatus.SENT_BACK),
	ACCEPT(Role.OFFICER, ApplicationStatus.SUBMITTED), VISIT(Role.HEAD_TEACHER, ApplicationStatus.ACCEPTED),
	ASSESS(Role.OFFICER, false, ApplicationStatus.VISITED),
	APPRAISE(Role.HEAD_TEACHER, true, ApplicationStatus.VISITED),
	DECIDE(Role.OFFICER, ApplicationStatus.CLASS_APPRAISED), PUBLISH(Role.OFFICER, ApplicationStatus.PASSED),
	NOTIFY(Role.OFFICER, ApplicationStatus.NOT_PASSED), WAIT_OUT_NOTICE(Past.NO), FILE(Past.YES),
	EXAMINE_OBJECTION(Role.OFFICER, ApplicationStatus.OBJECTED);

	private final Role role;

	private final Set<ApplicationStatus> statuses;

	private final @Nullable Boolean assessed;

	private final @Nullable Boolean past;

	NextStep(Role role, ApplicationStatus... statuses) {
		this.role = role;
		this.statuses = EnumSet.copyOf(Arrays.asList(statuses));
		this.assessed = null;
		this.past = null;
	}

	NextStep(Role role, boolean assessed, ApplicationStatus status) {
		this.role = role;
		this.statuses = EnumSet.of(status);
		this.assessed = assessed;
		this.past = null;
	}

	NextStep(Past past) {
		this.role = Role.OFFICER;
		this.statuses = EnumSet.of(ApplicationStatus.ON_NOTICE);
		this.assessed = null;
		this.past = past == Past.YES;
	}

	/** Whose turn it is. */
	public Role role() {
		return this.role;
	}

	public boolean isFor(Actor actor) {
		return actor.is(this.role);
	}

	public Set<ApplicationStatus> statuses() {
		return this.statuses;
	}

	/** The step of the round that is done with it; none after the last. */
	Optional<RoundStep> at() {
		return (this == FILE) ? Optional.of(RoundStep.FILE)
				: this.statuses.stream().findFirst().flatMap(ApplicationStatus::awaits);
	}

	/**
	 * Whether only cases with, or only cases without an assessment wait for it; null for
	 * both.
	 */
	@Nullable Boolean assessed() {
		return this.assessed;
	}

	/**
	 * Whether only cases whose notice has ended, or only cases whose notice has not wait
	 * for it; null for both.
	 */
	@Nullable Boolean past() {
		return this.past;
	}

	static Optional<NextStep> of(ApplicationStatus status, boolean assessed, boolean past) {
		return Arrays.stream(values())
			.filter((step) -> step.statuses.contains(status) && (step.assessed == null || step.assessed == assessed)
					&& (step.past == null || step.past == past))
			.findFirst();
	}

	@Override
	public String[] getCodes() {
		return new String[] { "application.next." + name() };
	}

	/** Whether the notice has stood to its end. */
	private enum Past {

		YES, NO

	}

}
