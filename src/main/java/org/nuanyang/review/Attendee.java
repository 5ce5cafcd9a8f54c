package org.nuanyang.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A member of the committee at one meeting.
 *
 * @param absence why the member was away; empty when present
 */
@Embeddable
public record Attendee(long schoolId, @Enumerated(EnumType.STRING) AttendeeKind kind, String name, boolean present,
		String absence) {

}
