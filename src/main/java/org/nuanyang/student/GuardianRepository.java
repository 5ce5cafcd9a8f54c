package org.nuanyang.student;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface GuardianRepository extends JpaRepository<Guardian, Long> {

	List<Guardian> findByEnrolmentIdOrderByPosition(long enrolmentId);

	List<Guardian> findByEnrolmentIdInOrderByPosition(Collection<Long> enrolmentIds);

}
