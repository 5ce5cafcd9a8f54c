package org.nuanyang.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Notices. Published ones of every school pass row-level security, so each query names
 * the schools it means.
 */
interface NoticeRepository extends Repository<Notice, Long> {

	Notice saveAndFlush(Notice notice);

	Optional<Notice> findById(long id);

	@Query("select n from Notice n where n.schoolId in :schools order by n.id desc")
	List<Notice> ofSchools(Collection<Long> schools);

	@Query("select n from Notice n where n.schoolId = :schoolId and n.roundId = :roundId order by n.id desc")
	List<Notice> ofRound(long schoolId, long roundId);

	@Query("""
			select n from Notice n where n.status = org.nuanyang.notice.NoticeStatus.PUBLISHED
			and n.opensOn <= :today and n.closesOn >= :today order by n.closesOn, n.id""")
	List<Notice> open(LocalDate today);

	@Query("select coalesce(max(n.number), 0) + 1 from Notice n where n.schoolId = :schoolId and n.numberYear = :year")
	int nextNumber(long schoolId, int year);

}
