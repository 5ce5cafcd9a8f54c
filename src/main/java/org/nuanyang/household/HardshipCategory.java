package org.nuanyang.household;

import java.util.Comparator;
import java.util.Locale;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * One hardship category of the dictionary (categories.md 2.1).
 *
 * @param code P01 … P18 lead to money, G01 … G07 to care
 * @param authority who says that a pupil is in it (认定部门)
 */
public record HardshipCategory(String code, String name, String nameEn, String authority, String authorityEn,
		Sensitivity sensitivity) {

	/** Money before care. */
	static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing((code) -> code.startsWith("G"))
		.thenComparing(Comparator.naturalOrder());

	public String name(Locale locale) {
		return locale.getLanguage().equals("en") ? this.nameEn : this.name;
	}

	/**
	 * Who may record it: a category that can entitle to money only the officer, who holds
	 * the lists; what is restricted only who may read it.
	 */
	boolean isRecordableBy(Actor actor) {
		if (this.sensitivity == Sensitivity.RESTRICTED) {
			return actor.is(Role.COUNSELLOR);
		}
		return this.code.startsWith("P") ? actor.is(Role.OFFICER) : actor.is(Role.OFFICER, Role.HEAD_TEACHER);
	}

}
