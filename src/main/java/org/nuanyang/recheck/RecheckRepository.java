package org.nuanyang.recheck;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface RecheckRepository extends JpaRepository<Recheck, Long> {

	List<Recheck> findByApplicationIdOrderByProposedAtDesc(long applicationId);

	Optional<Recheck> findByApplicationIdAndStatus(long applicationId, RecheckStatus status);

	long countByStatus(RecheckStatus status);

}
