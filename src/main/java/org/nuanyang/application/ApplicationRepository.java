package org.nuanyang.application;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ApplicationRepository extends JpaRepository<AidApplication, Long> {

	/** The pupil's live case of a school year, if there is one. */
	@Query("""
			select a from AidApplication a join AidRound r on r.id = a.roundId
			where a.enrolmentId = :enrolmentId and r.schoolYear = :schoolYear
				and a.status not in (REFUSED, WITHDRAWN, ENDED)""")
	Optional<AidApplication> live(long enrolmentId, int schoolYear);

}
