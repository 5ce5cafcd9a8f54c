package org.nuanyang.household;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Membership of a pupil in a hardship category (categories.md 2.1).
 *
 * @param code P01 … P18 lead to money, G01 … G07 to care
 * @param validUntil the last day, or null while open
 */
public record CategoryView(long id, long enrolmentId, String code, String name, String nameEn, String authority,
		String evidence, LocalDate validFrom, @Nullable LocalDate validUntil, Sensitivity sensitivity) {

	public boolean isValidOn(LocalDate day) {
		return !day.isBefore(this.validFrom) && (this.validUntil == null || !day.isAfter(this.validUntil));
	}

	public String name(Locale locale) {
		return locale.getLanguage().equals("en") ? this.nameEn : this.name;
	}

}
