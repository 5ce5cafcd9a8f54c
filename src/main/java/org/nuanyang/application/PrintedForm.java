package org.nuanyang.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.HardshipCategory;
import org.nuanyang.household.Member;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Scale;
import org.nuanyang.programme.StageStandards;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilParticulars;
import org.nuanyang.student.PupilView;

/**
 * The official 认定申请表 on paper: blank to be taken home, or with what is known of one case.
 *
 * @param head which school, year, number
 * @param filled null on the blank form
 */
record PrintedForm(Head head, @Nullable Filled filled, List<HardshipCategory> categories, List<Programme> programmes) {

	/** Rows for the family, some left free for what the parents add by hand. */
	private static final int ROWS = 6;

	/**
	 * @param number the 申请编号, as on the screen; null on the blank form
	 */
	record Head(String school, String year, int noticeDays, @Nullable String number, LocalDate printedOn,
			String printedBy) {

	}

	/**
	 * @param held codes of the categories, as far as the printing person may know them
	 * @param attendance null before the class has met
	 */
	record Filled(PupilView pupil, PupilParticulars particulars, @Nullable DeclaredHousehold declared, Set<String> held,
			@Nullable Tier classTier, boolean appraised, Attendance.@Nullable Count attendance) {

	}

	public int emptyRows() {
		return Math.max(1, ROWS - members().size());
	}

	public List<Member> members() {
		var declared = (this.filled != null) ? this.filled.declared() : null;
		return (declared != null) ? declared.members() : List.of();
	}

	public boolean holds(HardshipCategory category) {
		return this.filled != null && this.filled.held().contains(category.code());
	}

	public Tier[] tiers() {
		return Tier.values();
	}

	public List<StageStandards.Key> stages() {
		return StageStandards.Key.all();
	}

	/**
	 * A programme that the round offers.
	 *
	 * @param asked ticked; nothing is on the blank form
	 * @param scale null while the county has not laid it down
	 */
	record Programme(ProgrammeView programme, boolean asked, @Nullable Scale scale) {

	}

}
