package org.nuanyang.disbursement;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BatchRepository extends Repository<PaymentBatch, Long> {

	PaymentBatch saveAndFlush(PaymentBatch batch);

	Optional<PaymentBatch> findById(long id);

	/**
	 * Every step takes the batch first: of two clicks the second sees what the first did.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select b from PaymentBatch b where b.id = :id")
	Optional<PaymentBatch> take(long id);

	Optional<PaymentBatch> findBySchoolIdAndRequestKey(long schoolId, UUID requestKey);

	void flush();

}
