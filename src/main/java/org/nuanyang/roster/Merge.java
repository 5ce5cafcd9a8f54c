package org.nuanyang.roster;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.Circumstances;
import org.nuanyang.student.Entry;
import org.nuanyang.student.GuardianDraft;
import org.nuanyang.student.Identity;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.student.Schooling;

/**
 * What a row makes of a pupil. Columns that the file does not have, and cells without a
 * value, leave what the school already knows.
 */
record Merge(RosterRow row, Set<String> columns, long classId) {

	PupilDraft fresh(SchoolYear year, int firstGrade, LocalDate today, boolean returning) {
		var entered = entered(year, firstGrade, today, returning);
		var schooling = new Schooling(this.classId, this.row.registry(), this.row.schoolNumber(), this.row.boarding(),
				(entered.isAfter(today)) ? today : entered, returning ? Entry.READMITTED : Entry.REGULAR, null,
				this.row.address(), this.row.phone(), this.row.circumstances());
		return new PupilDraft(this.row.identity(), schooling, this.row.guardians());
	}

	/** Who comes back comes back now, whatever the roster says of the first time. */
	private LocalDate entered(SchoolYear year, int firstGrade, LocalDate today, boolean returning) {
		if (returning) {
			return today;
		}
		return (this.row.enteredOn() != null) ? this.row.enteredOn()
				: LocalDate.of(year.firstYear() - (this.row.grade() - firstGrade), Month.SEPTEMBER, 1);
	}

	PupilDraft onto(PupilDraft before) {
		return new PupilDraft(identity(before.identity()), schooling(before.schooling()),
				guardians(before.guardians()));
	}

	private Identity identity(Identity before) {
		var told = this.row.identity();
		var name = (told.name().matches(before.name())) ? before.name() : told.name();
		var document = (told.document().number() != null) ? told.document() : before.document();
		return new Identity(name, told.sex(), told.bornOn(), or(told.ethnicity(), before.ethnicity()), document);
	}

	private Schooling schooling(Schooling before) {
		return new Schooling(this.classId, or(this.row.registry(), before.registry()),
				or(this.row.schoolNumber(), before.schoolNumber()),
				has("boarding") ? this.row.boarding() : before.boarding(), enteredOn(before), before.entry(),
				before.entryNote(), or(this.row.address(), before.address()), or(this.row.phone(), before.phone()),
				circumstances(before.circumstances()));
	}

	private LocalDate enteredOn(Schooling before) {
		return (this.row.enteredOn() != null && before.entry() != Entry.READMITTED) ? this.row.enteredOn()
				: before.enteredOn();
	}

	private Circumstances circumstances(Circumstances before) {
		var told = this.row.circumstances();
		return new Circumstances(has("leftBehind") ? told.leftBehind() : before.leftBehind(),
				has("orphan") ? told.orphan() : before.orphan(),
				has("martyrFamily") ? told.martyrFamily() : before.martyrFamily(),
				has("disability") ? told.disability() : before.disability(),
				has("needsAid") ? told.needsAid() : before.needsAid(),
				has("receivesSubsidy") ? told.receivesSubsidy() : before.receivesSubsidy(),
				has("migrantChild") ? told.migrantChild() : before.migrantChild(),
				or(told.residence(), before.residence()));
	}

	/** Those told take the first places; who was known beyond them stays. */
	private List<GuardianDraft> guardians(List<GuardianDraft> before) {
		var merged = new ArrayList<GuardianDraft>();
		for (var told : this.row.guardians()) {
			var known = before.stream().filter((guardian) -> guardian.name().matches(told.name())).findFirst();
			merged.add(known.map((guardian) -> guardian(told, guardian)).orElse(told));
		}
		before.stream()
			.filter((guardian) -> merged.stream().noneMatch((told) -> told.name().matches(guardian.name())))
			.skip(Math.max(0, Math.min(this.row.guardians().size(), before.size()) - matched(before)))
			.forEach(merged::add);
		return merged;
	}

	private long matched(List<GuardianDraft> before) {
		return this.row.guardians()
			.stream()
			.filter((told) -> before.stream().anyMatch((guardian) -> guardian.name().matches(told.name())))
			.count();
	}

	private static GuardianDraft guardian(GuardianDraft told, GuardianDraft before) {
		return new GuardianDraft(before.name(), ("其他".equals(told.relation())) ? before.relation() : told.relation(),
				or(told.phone(), before.phone()),
				(told.document().number() != null) ? told.document() : before.document(),
				or(told.workplace(), before.workplace()), told.guardian());
	}

	private boolean has(String column) {
		return this.columns.contains(column);
	}

	private static <T> @Nullable T or(@Nullable T told, @Nullable T before) {
		return (told != null) ? told : before;
	}

}
