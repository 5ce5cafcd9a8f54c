package org.nuanyang.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A meeting as pages show it. */
public record MeetingView(long id, long schoolId, long roundId, int number, LocalDateTime heldAt, String place,
		String chair, MeetingStatus status, List<Attendee> attendees, long recorderId, String recorder,
		@Nullable String returnReason, @Nullable String confirmedBy, @Nullable Instant confirmedAt, int version) {

	public List<Attendee> present() {
		return this.attendees.stream().filter(Attendee::present).toList();
	}

	public List<Attendee> absent() {
		return this.attendees.stream().filter((member) -> !member.present()).toList();
	}

	/** How many must vote on every case, whoever stays away from it. */
	public int votersNeeded() {
		return MeetingPlan.quorum(this.attendees.size());
	}

	public boolean isOpen() {
		return this.status == MeetingStatus.OPEN;
	}

}
