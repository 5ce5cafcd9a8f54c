package org.nuanyang.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column of a roll, in the order of C 附1 and 附2 (forms.md 4.9). What nobody records
 * here stays empty, to be filled in by hand.
 */
enum RollColumn {

	SEX(RollPart.PUPIL), ETHNICITY(RollPart.PUPIL), REGISTRY(RollPart.PUPIL), ID(RollPart.PUPIL), PHONE(RollPart.PUPIL),
	ORIGIN(RollPart.PUPIL), ADDRESS(RollPart.PUPIL), STAGE(RollPart.PUPIL), SCHOOL(RollPart.PUPIL),
	GRADE(RollPart.PUPIL), CLASS(RollPart.PUPIL), BOARDING(RollPart.PUPIL), SINCE(RollPart.PUPIL),
	STATUS(RollPart.PUPIL), HEAD(RollPart.FAMILY), HEAD_ID(RollPart.FAMILY), GUARDIAN(RollPart.FAMILY),
	GUARDIAN_ID(RollPart.FAMILY), RELATION(RollPart.FAMILY), GUARDIAN_PHONE(RollPart.FAMILY),
	REGISTERED(RollPart.FAMILY), DISABLED(RollPart.FAMILY), RURAL(RollPart.FAMILY), URBAN(RollPart.FAMILY),
	KIND(RollPart.FAMILY), CAUSE(RollPart.FAMILY), LIFTED(RollPart.FAMILY), WATCHED(RollPart.FAMILY),
	RESOLVED(RollPart.FAMILY), TIER(RollPart.AID), AID(RollPart.AID), AIDED_ON(RollPart.AID), AWARDED(RollPart.AID),
	PAID(RollPart.AID), HELPER(RollPart.AID), HELPER_UNIT(RollPart.AID), HELPER_PHONE(RollPart.AID),
	HELPER_TERM(RollPart.AID);

	private final RollPart part;

	RollColumn(RollPart part) {
		this.part = part;
	}

	static List<RollColumn> of(RollPart part) {
		return Arrays.stream(values()).filter((column) -> column.part == part).toList();
	}

	public boolean isMoney() {
		return this == AWARDED || this == PAID;
	}

	/** What nobody records here. */
	public boolean isByHand() {
		return switch (this) {
			case ORIGIN, HEAD, HEAD_ID, LIFTED, HELPER, HELPER_UNIT, HELPER_PHONE, HELPER_TERM -> true;
			default -> false;
		};
	}

	/** Numbers that do not wrap. */
	public boolean isNumber() {
		return switch (this) {
			case REGISTRY, ID, PHONE, GUARDIAN_ID, GUARDIAN_PHONE -> true;
			default -> false;
		};
	}

	public String labelKey() {
		return "report.roll." + name().toLowerCase(Locale.ROOT);
	}

}
