package org.nuanyang.filing;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/** What may be done with a filing; page, service and tests read this table. */
public enum FilingAction {

	/** 报送: there is no filing before it */
	SEND(Role.OFFICER, null, FilingStatus.SENT),
	/** 接收备案 */
	ACCEPT(Role.COUNTY, FilingStatus.SENT, FilingStatus.ACCEPTED),
	/** 退回 */
	RETURN(Role.COUNTY, FilingStatus.SENT, FilingStatus.RETURNED);

	private final Role role;

	private final @Nullable FilingStatus from;

	private final FilingStatus to;

	FilingAction(Role role, @Nullable FilingStatus from, FilingStatus to) {
		this.role = role;
		this.from = from;
		this.to = to;
	}

	public Set<Role> roles() {
		return Set.of(this.role);
	}

	public FilingStatus to() {
		return this.to;
	}

	/** Whether the actor may do it for this school to a filing in this state. */
	public boolean isOpen(Actor actor, long schoolId, @Nullable FilingStatus status) {
		var schools = (this == SEND) ? actor.scope().write() : actor.scope().answer();
		return this.from == status && actor.is(this.role) && schools.contains(schoolId);
	}

}
