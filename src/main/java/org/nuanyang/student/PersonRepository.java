package org.nuanyang.student;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PersonRepository extends JpaRepository<Person, Long> {

	/** Knows persons of every school, tells only the id. */
	@Query(value = "select person_by_fingerprint(:fingerprint)", nativeQuery = true)
	@Nullable Long idByFingerprint(byte[] fingerprint);

	@Query(value = "select enrolled_elsewhere(:personId, :schoolId)", nativeQuery = true)
	boolean isEnrolledElsewhere(long personId, long schoolId);

	/** Whether the person with this document is the one described. */
	@Query(value = "select person_is_called(:fingerprint, :nameKey, :bornOn)", nativeQuery = true)
	boolean isCalled(byte[] fingerprint, String nameKey, java.time.LocalDate bornOn);

	@Query(value = """
			select exists (select from enrolment e join person p on p.id = e.person_id
				where e.school_id = :schoolId and e.left_on is null and e.name_key = :nameKey and p.born_on = :bornOn)""",
			nativeQuery = true)
	boolean existsNamesake(long schoolId, String nameKey, java.time.LocalDate bornOn);

	/** Removes a person whom no enrolment knows any more. */
	@Query(value = "select 1 from forget_person(:personId)", nativeQuery = true)
	Optional<Integer> forget(long personId);

}
