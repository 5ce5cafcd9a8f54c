package org.nuanyang.student;

/**
 * What a list on paper says of a pupil beside the name; numbers masked, empty without
 * one.
 *
 * @param guardian name of who has the care of the pupil, empty without one
 * @param relation of that person to the pupil
 * @param phone of the guardian, else the pupil's own
 */
public record PupilContact(String maskedRegistry, boolean boarding, String guardian, String relation, String phone) {

}
