package org.nuanyang.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocumentType;

/** The overview page of a pupil's file; every number masked. */
record PupilFile(PupilFileHead head, Facts facts, List<GuardianView> guardians, List<PupilHistory.Line> history,
		List<TimelineEntry> timeline, List<PupilFilePart.Card> cards, List<EnrolmentAction> actions, boolean editable,
		Set<RevealField> revealable, boolean wholeCircumstances) {

	/** What the roster says. */
	record Facts(@Nullable String formerName, LocalDate bornOn, @Nullable String ethnicity, IdDocumentType idType,
			String maskedPhone, boolean addressKnown, LocalDate enteredOn, @Nullable String schoolNumber,
			Circumstances circumstances) {

	}

	public boolean canReveal(RevealField field) {
		return this.revealable.contains(field);
	}

}
