package org.nuanyang.student;

/**
 * What a list on paper says of a pupil beside the name; numbers masked, empty without
 * one.
 *
 * @param phone of the guardian, else the pupil's own
 */
public record PupilContact(String maskedRegistry, boolean boarding, String phone) {

}
