package org.nuanyang.award;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Term;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Awards that still promise a term to a pupil who is no longer at the school: somebody
 * has to end them (money.md 6.2).
 */
@Component
class AwardLeavers {

	private final JdbcClient jdbc;

	private final ObjectProvider<PaidTerms> payments;

	AwardLeavers(JdbcClient jdbc, ObjectProvider<PaidTerms> payments) {
		this.jdbc = jdbc;
		this.payments = payments;
	}

	/** Those of a school, the earliest year first, by class and name. */
	List<Leaver> of(long schoolId) {
		var found = this.jdbc.sql("""
				select a.id, a.school_year, p.name, t.term, coalesce((select v.kind from enrolment_event v
					where v.enrolment_id = e.id and v.kind = 'DIED' limit 1), e.status) as why
				from award a join enrolment e on e.id = a.enrolment_id join person p on p.id = a.person_id
					join award_term t on t.award_id = a.id and t.amount > 0
				where a.school_id = ? and a.status in ('ACTIVE', 'STOPPED')
					and e.status not in ('ENROLLED', 'ON_LEAVE')
				order by a.school_year, e.class_id, p.sort_key, a.id""")
			.param(schoolId)
			.query((row,
					number) -> new Coming(new Leaver(row.getLong("id"), row.getInt("school_year"),
							row.getString("name"), Hindrance.valueOf(row.getString("why"))),
							Term.valueOf(row.getString("term"))))
			.list();
		var fixed = fixed(found.stream().map((one) -> one.leaver().awardId()).distinct().toList());
		return found.stream()
			.filter((one) -> !fixed.getOrDefault(one.leaver().awardId(), Map.of()).containsKey(one.term()))
			.map(Coming::leaver)
			.distinct()
			.toList();
	}

	private Map<Long, Map<Term, TermState>> fixed(List<Long> awards) {
		return this.payments.stream()
			.flatMap((paid) -> paid.of(awards).entrySet().stream())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
	}

	/**
	 * One of them.
	 *
	 * @param year the first of the award's school year
	 * @param why the pupil is not at the school
	 */
	record Leaver(long awardId, int year, String name, Hindrance why) {

		public String whyKey() {
			return "award.leaver." + this.why;
		}

	}

	private record Coming(Leaver leaver, Term term) {

	}

}
