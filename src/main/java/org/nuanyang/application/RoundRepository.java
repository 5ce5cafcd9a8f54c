package org.nuanyang.application;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface RoundRepository extends JpaRepository<AidRound, Long> {

	Optional<AidRound> findBySchoolIdAndSchoolYear(long schoolId, int schoolYear);

	List<AidRound> findAllByOrderBySchoolYearDescSchoolIdAsc();

}
