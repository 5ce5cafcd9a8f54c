package org.nuanyang.recheck;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RecheckRepository extends JpaRepository<Recheck, Long> {

	List<Recheck> findByApplicationIdOrderByProposedAtDesc(long applicationId);

	Optional<Recheck> findByApplicationIdAndStatus(long applicationId, RecheckStatus status);

	/** Proposals of another tier for a pupil; an end can still be confirmed. */
	@Query(value = """
			select r.* from recheck r join aid_application a on a.id = r.application_id and a.school_id = r.school_id
			where a.enrolment_id = ?1 and r.status = 'PROPOSED' and r.outcome <> 'END'""", nativeQuery = true)
	List<Recheck> openTiers(long enrolment);

	/** The same for pupils of a school who have left it. */
	@Query(value = """
			select r.* from recheck r join aid_application a on a.id = r.application_id and a.school_id = r.school_id
				join enrolment e on e.id = a.enrolment_id
			where r.school_id = ?1 and r.status = 'PROPOSED' and r.outcome <> 'END' and e.left_on is not null""",
			nativeQuery = true)
	List<Recheck> openTiersOfLeavers(long school);

	@Query(value = """
			select exists (select from aid_application a join enrolment e on e.id = a.enrolment_id
				where a.id = ?1 and e.left_on is not null)""", nativeQuery = true)
	boolean hasLeft(long application);

	long countByStatus(RecheckStatus status);

}
