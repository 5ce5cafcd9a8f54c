package org.nuanyang.fund;

import java.time.ZonedDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * What a school means to spend on a round.
 *
 * @param tiers what of it is for a tier, where it was set
 * @param reason the decision it rests on
 * @param byPrincipal a principal set it, so that an officer may approve it
 * @param answer what another person said to it; null while nobody has
 */
public record BudgetView(long id, SchoolYear year, Yuan total, Map<Tier, Yuan> tiers, String reason, long setById,
		boolean byPrincipal, String setBy, ZonedDateTime setAt, @Nullable Answer answer) {

	/** 批准 or 退回, by whom. */
	public record Answer(boolean approved, @Nullable String reason, String by, ZonedDateTime at) {

	}

	/** Whether it counts, or did before another one was approved. */
	public boolean isApproved() {
		return this.answer != null && this.answer.approved();
	}

	public boolean isWaiting() {
		return this.answer == null;
	}

	/** Of the two who set and approve it, one is a principal. */
	boolean isFor(Actor actor) {
		return actor.is(Role.PRINCIPAL) || (this.byPrincipal && actor.is(Role.OFFICER));
	}

	/** Whether this person can answer it now. */
	public boolean waitsFor(Actor actor) {
		return isWaiting() && isFor(actor) && this.setById != actor.userId();
	}

	boolean says(Yuan total, Map<Tier, Yuan> tiers) {
		return this.total.equals(total) && this.tiers.equals(tiers);
	}

	public @Nullable Yuan of(Tier tier) {
		return this.tiers.get(tier);
	}

	/**
	 * What is left of it when so much is spent; below zero by how much it is exceeded.
	 */
	public Yuan left(Yuan spent) {
		return this.total.minus(spent);
	}

	/** The same for one tier, where it has a figure. */
	public @Nullable Yuan left(Tier tier, Yuan spent) {
		var figure = of(tier);
		return (figure != null) ? figure.minus(spent) : null;
	}

}
