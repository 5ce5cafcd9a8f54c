package org.nuanyang.filing;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.Sex;
import org.nuanyang.programme.Tier;

/**
 * One pupil of a filing as sent: frozen, whatever becomes of the pupil's file later.
 *
 * @param returned why the centre gave back this row alone, or null
 */
public record FilingRow(int position, long applicationId, long enrolmentId, long personId, String name, Sex sex,
		IdDocument document, String gradeName, String className, boolean boarding, Tier tier,
		@Nullable String returned) {

	/** 五年级(2)班 */
	public String classLabel() {
		return this.gradeName + this.className;
	}

	/** One line of the text that is hashed; a tab cannot occur in any of its values. */
	String canonical() {
		return String.join("\t", String.valueOf(this.position), String.valueOf(this.applicationId),
				String.valueOf(this.personId), this.name, this.sex.name(), this.document.key(), this.gradeName,
				this.className, this.boarding ? "1" : "0", this.tier.name());
	}

	@Override
	public String toString() {
		return "FilingRow[" + this.position + "]";
	}

}
