package org.nuanyang.review;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DecisionRepository extends JpaRepository<MeetingDecision, Long> {

	List<MeetingDecision> findByMeetingId(long meetingId);

	Optional<MeetingDecision> findByMeetingIdAndApplicationId(long meetingId, long applicationId);

	/** What confirmed meetings decided on a case, the latest first. */
	@Query("""
			select d from MeetingDecision d join CommitteeMeeting m on m.id = d.meetingId
			where d.applicationId = :applicationId and m.status = CONFIRMED order by m.confirmedAt desc""")
	List<MeetingDecision> confirmed(long applicationId);

}
