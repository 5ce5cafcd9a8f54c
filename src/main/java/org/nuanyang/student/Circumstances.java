package org.nuanyang.student;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * What the registry says about a pupil's situation: a hint where to look, never a
 * verified fact.
 *
 * @param leftBehind item 37
 * @param martyrFamily item 40: child of a martyr or of a family with preferential
 * treatment
 * @param disability item 42
 * @param needsAid item 44: asks for aid
 * @param receivesSubsidy item 45 是否享受一补
 * @param migrantChild item 38 随迁子女
 */
@Embeddable
public record Circumstances(@Enumerated(EnumType.STRING) LeftBehind leftBehind, boolean orphan, boolean martyrFamily,
		@Enumerated(EnumType.STRING) Disability disability, boolean needsAid, boolean receivesSubsidy,
		boolean migrantChild, @Enumerated(EnumType.STRING) @Nullable Residence residence) {

	public static final Circumstances NONE = new Circumstances(LeftBehind.NONE, false, false, Disability.NONE, false,
			false, false, null);

	/**
	 * Whether somebody reads that a child is an orphan or disabled: who cares for it and
	 * who decides on its aid, as for the hardship categories of that kind.
	 */
	static boolean isWholeFor(Actor actor) {
		return actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.COUNSELLOR);
	}

}
