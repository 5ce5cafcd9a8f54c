package org.nuanyang.review;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface MeetingRepository extends JpaRepository<CommitteeMeeting, Long> {

	List<CommitteeMeeting> findByRoundIdOrderByNumberDesc(long roundId);

	@Query("select m from CommitteeMeeting m where m.roundId = :roundId and m.status in (OPEN, AWAITING_CONFIRMATION)")
	Optional<CommitteeMeeting> current(long roundId);

	/** Two who record at once take turns, so that the second sees what the first did. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select m from CommitteeMeeting m where m.id = :id")
	Optional<CommitteeMeeting> locked(long id);

	@Query("select m from CommitteeMeeting m where m.status = AWAITING_CONFIRMATION order by m.heldAt")
	List<CommitteeMeeting> awaiting();

}
