package org.nuanyang.review;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.context.MessageSourceResolvable;

/** The action table of a committee meeting. */
public enum MeetingAction implements MessageSourceResolvable {

	DECIDE(Role.OFFICER, MeetingStatus.OPEN, MeetingStatus.OPEN),
	SUBMIT(Role.OFFICER, MeetingStatus.OPEN, MeetingStatus.AWAITING_CONFIRMATION),
	CANCEL(Role.OFFICER, MeetingStatus.OPEN, MeetingStatus.CANCELLED),
	RETURN(Role.PRINCIPAL, MeetingStatus.AWAITING_CONFIRMATION, MeetingStatus.OPEN),
	CONFIRM(Role.PRINCIPAL, MeetingStatus.AWAITING_CONFIRMATION, MeetingStatus.CONFIRMED);

	private final Role role;

	private final MeetingStatus from;

	private final MeetingStatus to;

	MeetingAction(Role role, MeetingStatus from, MeetingStatus to) {
		this.role = role;
		this.from = from;
		this.to = to;
	}

	public MeetingStatus to() {
		return this.to;
	}

	public boolean isOpen(MeetingStatus status) {
		return this.from == status;
	}

	public boolean isOpenTo(Actor actor) {
		return actor.is(this.role);
	}

	@Override
	public String[] getCodes() {
		return new String[] { "review.meeting.action." + name() };
	}

}
