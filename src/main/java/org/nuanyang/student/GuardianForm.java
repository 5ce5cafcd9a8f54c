package org.nuanyang.student;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocumentType;

/** A family member in the form; one without a name is not there. */
record GuardianForm(@Size(max = 60) @Nullable String name, @Size(max = 40) @Nullable String relation,
		@Nullable String phone, @Nullable IdDocumentType idType, @Nullable String idNumber,
		@Size(max = 200) @Nullable String workplace, @Nullable Boolean guardian) {

	static final GuardianForm EMPTY = new GuardianForm(null, null, null, IdDocumentType.RESIDENT_ID, null, null, true);

	/** Numbers stay empty: what the school holds is not read out by opening a form. */
	static GuardianForm of(GuardianDraft draft) {
		return new GuardianForm(draft.name().value(), draft.relation(), null, draft.document().type(), null,
				draft.workplace(), draft.guardian());
	}

	boolean isEmpty() {
		return this.name == null || this.name.isBlank();
	}

}
