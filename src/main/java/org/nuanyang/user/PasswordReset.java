package org.nuanyang.user;

import java.time.Instant;

/** A reset that somebody asked for and a second person has to confirm. */
record PasswordReset(long id, long userId, String name, String username, String placeName, String reason, long askedBy,
		String askedByName, Instant askedAt) {

	/** Neither who asked nor whose account it is confirms. */
	boolean mayConfirm(long actorId) {
		return this.askedBy != actorId && this.userId != actorId;
	}

}
