package org.nuanyang.award;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

import org.springframework.context.MessageSourceResolvable;

/**
 * The action table of an award: who may do what to it, and from which status. Buttons,
 * services and tests read this one table.
 */
public enum AwardAction implements MessageSourceResolvable {

	/** Follows from an accepted filing. */
	GRANT(Role.OFFICER, null),
	/** Whoever sees a reason stops at once; money not paid can still be paid. */
	STOP(Role.OFFICER, "stop", AwardStatus.ACTIVE),
	/** Paying again wants another person than the one who stopped. */
	RESUME(Role.PRINCIPAL, "resumption", AwardStatus.STOPPED),
	/** Boarding has changed, the award was checked against it and its amounts stay. */
	CHECK_BOARDING(Role.OFFICER, "boarding", AwardStatus.ACTIVE, AwardStatus.STOPPED),
	/** Follows from a confirmed change of boarding that changes the amounts. */
	REPRICE(Role.PRINCIPAL, null, AwardStatus.ACTIVE, AwardStatus.STOPPED),
	/** Follows from a confirmed re-check that found another tier. */
	ADJUST(Role.PRINCIPAL, null, AwardStatus.ACTIVE, AwardStatus.STOPPED),
	/** Follows from a confirmed re-check that ended the recognition. */
	END(Role.PRINCIPAL, null, AwardStatus.ACTIVE, AwardStatus.STOPPED);

	private final Role role;

	private final @Nullable String resource;

	private final Set<AwardStatus> from;

	AwardAction(Role role, @Nullable String resource, AwardStatus... from) {
		this.role = role;
		this.resource = resource;
		this.from = (from.length == 0) ? Set.of() : EnumSet.copyOf(List.of(from));
	}

	/** The last part of its address, or null when it follows from something else. */
	public @Nullable String resource() {
		return this.resource;
	}

	public boolean isFor(Actor actor) {
		return actor.is(this.role);
	}

	public boolean isOpen(AwardStatus status) {
		return this.from.contains(status);
	}

	/** What this person may do on the award's own page. */
	static List<AwardAction> buttons(Actor actor, AwardStatus status) {
		return Arrays.stream(values())
			.filter((action) -> action.resource != null && action.isFor(actor) && action.isOpen(status))
			.toList();
	}

	@Override
	public String[] getCodes() {
		return new String[] { "award.action." + name() };
	}

}
