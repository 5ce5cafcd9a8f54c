package org.nuanyang.application;

import org.nuanyang.application.CaseReader.Where;
import org.nuanyang.kernel.Paged;

/** One page of a round's cases, narrowed. */
record CaseFilter(long round, CaseCriteria criteria) {

	static final int SIZE = 50;

	int number() {
		return this.criteria.number();
	}

	Where narrow(Where where) {
		where.and("a.round_id = :round", "round", this.round);
		if (this.criteria.grade() != null) {
			where.and("a.grade_number = :grade", "grade", this.criteria.grade());
		}
		if (this.criteria.status() != null) {
			where.and("a.status = :status", "status", this.criteria.status().name());
		}
		if (this.criteria.tier() != null) {
			where.and("coalesce(a.decided_tier, a.class_tier, a.suggested_tier) = :tier", "tier",
					this.criteria.tier().name());
		}
		if (this.criteria.stage() != null) {
			where.and("a.status in (:stage)", "stage", CaseReader.names(this.criteria.stage().statuses()));
		}
		if (this.criteria.next() != null) {
			waitingFor(where, this.criteria.next());
		}
		return this.criteria.search().isEmpty() ? where : found(where);
	}

	private static void waitingFor(Where where, NextStep step) {
		where.and("a.status in (:waiting)", "waiting", CaseReader.names(step.statuses()));
		if (step.assessed() != null) {
			where.and("(a.assessment_id is not null) = :assessed", "assessed", step.assessed());
		}
	}

	/**
	 * By name, pinyin or its initials, or the last four of the registry number; a round
	 * is small enough to scan.
	 */
	private Where found(Where where) {
		return where.and("""
				(strpos(p.name, :q) > 0 or starts_with(p.pinyin, :q) or starts_with(p.pinyin_initials, :q)
				or lower(e.registry_tail) = :q)""", "q", this.criteria.search());
	}

	String order() {
		var order = switch ((this.criteria.sort() != null) ? this.criteria.sort() : "") {
			case "name" -> "p.sort_key, a.id";
			case "points" -> "a.direct desc, a.points desc nulls last, a.id";
			default -> "a.grade_number, length(a.class_name), a.class_name, p.sort_key, a.id";
		};
		return " order by %s limit %d offset %d".formatted(order, SIZE, Paged.offset(number(), SIZE));
	}

}
