package org.nuanyang.award;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AwardRecords extends JpaRepository<Award, Long> {

	/** The award that stands on a case; one that has ended only if none lives. */
	@Query("select a from Award a where a.applicationId = :applicationId order by case when a.status in (ACTIVE, STOPPED) then 0 else 1 end, a.id desc limit 1")
	Optional<Award> ofCase(long applicationId);

	/** Those that still pay, one per programme. */
	@Query("select a from Award a where a.applicationId = :applicationId and a.status in (ACTIVE, STOPPED) order by a.id")
	List<Award> liveOfCase(long applicationId);

	/**
	 * As well, and nobody else moves them, nor locks a list with them, until the
	 * transaction ends.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Award a where a.applicationId = :applicationId and a.status in (ACTIVE, STOPPED) order by a.id")
	List<Award> takeLiveOfCase(long applicationId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Award a where a.id = :id")
	Optional<Award> take(long id);

	List<Award> findByEnrolmentIdOrderBySchoolYear(long enrolmentId);

}
