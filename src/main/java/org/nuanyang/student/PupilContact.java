package org.nuanyang.student;

/**
 * What a list on paper says of a pupil beside the name; numbers masked, empty without
 * one.
 *
 * @param guardian name of who has the care of the pupil, empty without one
 * @param relation of that person to the pupil
 * @param guardianPhone of the family member nearest to the pupil who has one
 * @param town where the pupil lives, without village and house
 */
public record PupilContact(String maskedRegistry, boolean boarding, String guardian, String relation,
		String maskedGuardianId, String guardianPhone, String ownPhone, String town) {

	/** Of the family, else the pupil's own. */
	public String phone() {
		return this.guardianPhone.isEmpty() ? this.ownPhone : this.guardianPhone;
	}

}
