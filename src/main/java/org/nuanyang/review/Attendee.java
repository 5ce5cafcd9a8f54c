package org.nuanyang.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A member of the committee at one meeting.
 *
 * @param absence why the member was away; empty when present
 * @param accountId the member's account, or null for somebody without one
 */
@Embeddable
public record Attendee(long schoolId, @Enumerated(EnumType.STRING) AttendeeKind kind, String name, boolean present,
		String absence, @Nullable Long accountId) {

	/** Where no account is known the name has to do: it stands once at a meeting. */
	boolean isAccount(long id, String name) {
		return (this.accountId != null) ? this.accountId == id : this.name.equals(name);
	}

}
