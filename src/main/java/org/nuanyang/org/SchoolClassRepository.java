package org.nuanyang.org;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface SchoolClassRepository extends JpaRepository<SchoolClass, Long> {

	Optional<SchoolClass> findByGradeIdAndNumber(long gradeId, int number);

}
