package org.nuanyang.payee;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PayeeRepository extends JpaRepository<Payee, Long> {

	Optional<Payee> findByEnrolmentIdAndStatus(long enrolmentId, PayeeStatus status);

	List<Payee> findByEnrolmentIdInAndStatus(Collection<Long> enrolmentIds, PayeeStatus status);

	List<Payee> findByEnrolmentIdOrderByIdDesc(long enrolmentId);

	/** Other pupils of the school to whom the same account belongs or is about to. */
	@Query("""
			select distinct p.enrolmentId from Payee p
			where p.schoolId = :schoolId and p.accountFingerprint = :fingerprint and p.enrolmentId <> :enrolmentId
				and p.status in (PENDING, CONFIRMED)
			""")
	List<Long> sharing(long schoolId, byte[] fingerprint, long enrolmentId);

	List<Payee> findBySchoolIdAndStatusOrderByIdAsc(long schoolId, PayeeStatus status);

	long countBySchoolIdAndStatusAndEnteredByNot(long schoolId, PayeeStatus status, long enteredBy);

}
