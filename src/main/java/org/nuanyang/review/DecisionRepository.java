package org.nuanyang.review;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DecisionRepository extends JpaRepository<MeetingDecision, Long> {

	/** With who stayed away, in one go: a board has hundreds. */
	@EntityGraph(attributePaths = "recused")
	List<MeetingDecision> findByMeetingId(long meetingId);

	Optional<MeetingDecision> findByMeetingIdAndApplicationId(long meetingId, long applicationId);

	/** What was decided on a case and signed off, the latest first. */
	@Query("""
			select d from MeetingDecision d
			where d.applicationId = :applicationId and d.signedAt is not null order by d.signedAt desc""")
	List<MeetingDecision> signed(long applicationId);

}
