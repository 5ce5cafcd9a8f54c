package org.nuanyang.student;

import org.springframework.data.jpa.repository.JpaRepository;

interface EnrolmentEventRepository extends JpaRepository<EnrolmentEvent, Long> {

	boolean existsByEnrolmentId(long enrolmentId);

}
