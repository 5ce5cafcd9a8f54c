package org.nuanyang.student;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface EnrolmentRepository extends JpaRepository<Enrolment, Long> {

	/**
	 * Raises the version of many who are about to be read, even if only the person or a
	 * guardian changes.
	 */
	@Modifying(flushAutomatically = true)
	@Query("update versioned Enrolment e set e.leftOn = e.leftOn where e.id in :ids")
	int raiseAll(Collection<Long> ids);

	@Query("select e from Enrolment e where e.schoolId = :schoolId and e.personId = :personId and e.leftOn is null")
	Optional<Enrolment> findLive(long schoolId, long personId);

	@Query("select e from Enrolment e where e.schoolId = :schoolId and e.leftOn is null")
	List<Enrolment> findAllLive(long schoolId);

	@Query("""
			select e from Enrolment e
			where e.schoolId = :schoolId and e.registryFingerprint = :fingerprint and e.leftOn is null""")
	Optional<Enrolment> findLiveByRegistry(long schoolId, byte[] fingerprint);

	@NativeQuery("""
			select exists (select 1 from enrolment
				where school_id = :schoolId and registry_fingerprint = any (:fingerprints) and left_on is null)""")
	boolean isAnyLive(long schoolId, byte[][] fingerprints);

}
