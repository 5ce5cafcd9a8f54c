package org.nuanyang.org;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface GradeRepository extends JpaRepository<Grade, Long> {

	Optional<Grade> findBySchoolIdAndNumber(long schoolId, Integer number);

	List<Grade> findBySchoolIdAndNumberIsNotNullOrderByNumber(long schoolId);

}
