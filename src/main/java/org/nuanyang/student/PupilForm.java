package org.nuanyang.student;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.Sex;

/**
 * The form of a pupil. When it edits one, numbers, phone and address come empty and empty
 * means unchanged: opening the form is not a reveal.
 *
 * @param confirmed that the warning about a possible double enrolment was read
 */
record PupilForm(@NotBlank(message = "{student.name.missing}") @Nullable String name,
		@NotNull(message = "{student.sex.missing}") @Nullable Sex sex,
		@NotNull(message = "{student.born.missing}") @Nullable LocalDate bornOn,
		@Size(max = 40) @Nullable String ethnicity, @Nullable IdDocumentType idType, @Nullable String idNumber,
		@Nullable String registryNumber, @Size(max = 32) @Nullable String schoolNumber,
		@NotNull(message = "{student.class.missing}") @Nullable Long classId,
		@NotNull(message = "{student.boarding.missing}") @Nullable Boolean boarding,
		@NotNull(message = "{student.entered.missing}") @Nullable LocalDate enteredOn, @Nullable Entry entry,
		@Size(max = 200) @Nullable String entryNote, @Size(max = 200) @Nullable String address, @Nullable String phone,
		@Nullable LeftBehind leftBehind, @Nullable Boolean orphan, @Nullable Boolean martyrFamily,
		@Nullable Disability disability, @Nullable Boolean needsAid, @Nullable Boolean receivesSubsidy,
		@Nullable Boolean migrantChild, @Nullable Residence residence, @Valid @Nullable List<GuardianForm> guardians,
		@Nullable Integer version, @Nullable Boolean confirmed) {

	/** Rows for family members in the form, as the pupil registry has. */
	private static final int FAMILY = 2;

	PupilForm {
		// Rows that did not come are no rows.
		guardians = (guardians != null) ? guardians.stream().flatMap(Stream::ofNullable).toList() : List.of();
	}

	static PupilForm empty(LocalDate today) {
		return new PupilForm(null, null, null, null, IdDocumentType.RESIDENT_ID, null, null, null, null, null, today,
				Entry.TRANSFER_IN, null, null, null, LeftBehind.NONE, false, false, Disability.NONE, false, false,
				false, null, family(List.of()), 0, false);
	}

	static PupilForm of(PupilDraft draft, int version) {
		var who = draft.identity();
		var here = draft.schooling();
		var situation = here.circumstances();
		return new PupilForm(who.name().value(), who.sex(), who.bornOn(), who.ethnicity(), who.document().type(), null,
				null, here.schoolNumber(), here.classId(), here.boarding(), here.enteredOn(), here.entry(),
				here.entryNote(), null, null, situation.leftBehind(), situation.orphan(), situation.martyrFamily(),
				situation.disability(), situation.needsAid(), situation.receivesSubsidy(), situation.migrantChild(),
				situation.residence(), family(draft.guardians()), version, false);
	}

	private static List<GuardianForm> family(List<GuardianDraft> drafts) {
		var rows = new ArrayList<>(drafts.stream().map(GuardianForm::of).toList());
		while (rows.size() < FAMILY) {
			rows.add(GuardianForm.EMPTY);
		}
		return rows;
	}

	List<GuardianForm> family() {
		return (this.guardians != null) ? this.guardians : List.of();
	}

	boolean isConfirmed() {
		return Boolean.TRUE.equals(this.confirmed);
	}

}
