package org.nuanyang.payee;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface PayeeRepository extends JpaRepository<Payee, Long> {

	Optional<Payee> findByEnrolmentIdAndStatus(long enrolmentId, PayeeStatus status);

	List<Payee> findByEnrolmentIdInAndStatus(Collection<Long> enrolmentIds, PayeeStatus status);

	List<Payee> findByEnrolmentIdOrderByEnteredAtDescIdDesc(long enrolmentId);

	/** Other pupils of the school to whom the same account belongs or is about to. */
	@Query("""
			select distinct p.enrolmentId from Payee p
			where p.schoolId = :schoolId and p.accountFingerprint = :fingerprint and p.enrolmentId <> :enrolmentId
				and p.status in (PENDING, CONFIRMED)
			""")
	List<Long> sharing(long schoolId, byte[] fingerprint, long enrolmentId);

	/**
	 * Accounts confirmed since then, with the one that each replaced. Ids come in blocks
	 * to each node and are no order in time; they decide only between equal times.
	 */
	@Query("""
			select p.id, f, p.decidedAt from Payee p, Payee f
			where p.schoolId = :schoolId and p.decidedAt >= :since and p.status in (CONFIRMED, REPLACED)
				and f.enrolmentId = p.enrolmentId and f.status = REPLACED
				and f.id = (select o.id from Payee o
					where o.enrolmentId = p.enrolmentId and o.status = REPLACED
						and (o.enteredAt < p.enteredAt or o.enteredAt = p.enteredAt and o.id < p.id)
					order by o.enteredAt desc, o.id desc limit 1)
			""")
	List<Object[]> changedSince(long schoolId, Instant since);

	/** The people of an account, by their ids. */
	@NativeQuery("select id, name from app_user where id in (:ids)")
	List<Object[]> people(Collection<Long> ids);

	List<Payee> findBySchoolIdAndStatusOrderByEnteredAtAscIdAsc(long schoolId, PayeeStatus status);

	long countBySchoolIdAndStatusAndEnteredByNot(long schoolId, PayeeStatus status, long enteredBy);

}
