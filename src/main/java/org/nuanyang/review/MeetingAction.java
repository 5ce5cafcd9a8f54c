package org.nuanyang.review;

import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.context.MessageSourceResolvable;

/** The action table of a committee meeting. */
public enum MeetingAction implements MessageSourceResolvable {

	DECIDE(Set.of(Role.OFFICER), MeetingStatus.OPEN, MeetingStatus.OPEN),
	SUBMIT(Set.of(Role.OFFICER), MeetingStatus.OPEN, MeetingStatus.AWAITING_CONFIRMATION),
	/** Also one handed over: nobody may be left who can sign the rest. */
	CANCEL(Set.of(Role.OFFICER), Set.of(MeetingStatus.OPEN, MeetingStatus.AWAITING_CONFIRMATION),
			MeetingStatus.CANCELLED),
	RETURN(Set.of(Role.PRINCIPAL, Role.REVIEWER), MeetingStatus.AWAITING_CONFIRMATION, MeetingStatus.OPEN),
	/** A reviewer signs only where a principal stayed away; see {@link Signing}. */
	CONFIRM(Set.of(Role.PRINCIPAL, Role.REVIEWER), MeetingStatus.AWAITING_CONFIRMATION, MeetingStatus.CONFIRMED);

	private final Set<Role> roles;

	private final Set<MeetingStatus> from;

	private final MeetingStatus to;

	MeetingAction(Set<Role> roles, MeetingStatus from, MeetingStatus to) {
		this(roles, Set.of(from), to);
	}

	MeetingAction(Set<Role> roles, Set<MeetingStatus> from, MeetingStatus to) {
		this.roles = roles;
		this.from = from;
		this.to = to;
	}

	public MeetingStatus to() {
		return this.to;
	}

	public boolean isOpen(MeetingStatus status) {
		return this.from.contains(status);
	}

	public boolean isOpenTo(Actor actor) {
		return this.roles.stream().anyMatch(actor::is);
	}

	@Override
	public String[] getCodes() {
		return new String[] { "review.meeting.action." + name() };
	}

}
