package org.nuanyang.objection;

import java.util.EnumSet;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * What may be done with an objection and from where; buttons, service and tests read this
 * table. Concluding and answering is further kept to who took it up.
 */
public enum ObjectionAction {

	/** 受理核查; another person may take over what somebody began. */
	EXAMINE("examined", ObjectionStatus.EXAMINING, EnumSet.of(ObjectionStatus.REGISTERED, ObjectionStatus.EXAMINING)),
	/** 作出结论 */
	CONCLUDE("concluded", ObjectionStatus.CONCLUDED, EnumSet.of(ObjectionStatus.EXAMINING)),
	/** 答复 */
	ANSWER("answered", ObjectionStatus.ANSWERED, EnumSet.of(ObjectionStatus.CONCLUDED));

	/** Staff of the school; who of them is kept to {@link Examiners}. */
	static final Set<Role> HANDLERS = Set.of(Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE,
			Role.COUNSELLOR);

	private final String recorded;

	private final ObjectionStatus to;

	private final Set<ObjectionStatus> from;

	ObjectionAction(String recorded, ObjectionStatus to, Set<ObjectionStatus> from) {
		this.recorded = recorded;
		this.to = to;
		this.from = from;
	}

	/** Its name in the audit trail. */
	String recorded() {
		return this.recorded;
	}

	ObjectionStatus to() {
		return this.to;
	}

	boolean isOpen(ObjectionStatus status) {
		return this.from.contains(status);
	}

	boolean isOpenTo(Actor actor, ObjectionStatus status) {
		return isOpen(status) && isHandler(actor);
	}

	/** Works where objections are examined. */
	static boolean isHandler(Actor actor) {
		return HANDLERS.stream().anyMatch(actor::is);
	}

}
