package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.SchoolView;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ledgers of a school and of each of its funds, by term, school year and calendar year.
 */
@Service
@Transactional(readOnly = true)
public class LedgerService {

	private final LedgerRepository ledgers;

	private final FundService funds;

	private final OrgService schools;

	private final Audit audit;

	private final Clock clock;

	LedgerService(LedgerRepository ledgers, FundService funds, OrgService schools, Audit audit, Clock clock) {
		this.ledgers = ledgers;
		this.funds = funds;
		this.schools = schools;
		this.audit = audit;
		this.clock = clock;
	}

	/** The whole ledger of a fund. */
	public List<LedgerLine> of(Actor actor, long fundId) {
		var fund = this.funds.fund(actor, fundId);
		return this.ledgers.all(fund.schoolId(), fundId);
	}

	Ledger fund(Actor actor, long fundId, LedgerPeriod period) {
		var fund = this.funds.fund(actor, fundId);
		return this.ledgers.period(fund.schoolId(), fundId, period);
	}

	/** All funds of a school in one ledger. */
	Ledger school(SchoolView school, LedgerPeriod period) {
		return this.ledgers.period(school.id(), null, period);
	}

	/** The schools whose ledgers the actor may read. */
	List<SchoolView> schools(Actor actor) {
		return this.schools.schools(actor);
	}

	/**
	 * The school asked for, or the own one, or else the first; an auditor reads several.
	 */
	SchoolView school(Actor actor, @Nullable Long asked) {
		var wanted = (asked != null) ? asked : actor.schoolId();
		return schools(actor).stream()
			.filter((school) -> wanted == null || school.id() == wanted)
			.findFirst()
			.orElseThrow(() -> new NotFound("ledger of school " + wanted));
	}

	/** The periods since the first voucher. */
	List<LedgerPeriod> periods(Actor actor, long schoolId, @Nullable Long fundId) {
		var today = LocalDate.now(this.clock);
		var oldest = this.ledgers.all(schoolId, fundId).stream().map(LedgerLine::on).min(LocalDate::compareTo);
		return LedgerPeriod.offered(today, oldest.filter((day) -> day.isBefore(today)).orElse(today));
	}

	/** The vouchers that were booked for something, such as a batch. */
	public List<LedgerLine> bookedFor(String sourceType, long sourceId, long schoolId) {
		return this.ledgers.of(sourceType, sourceId, schoolId);
	}

	@Transactional
	void taken(Actor actor, long schoolId, @Nullable Long fundId, LedgerPeriod period) {
		this.audit.record(actor, schoolId, "fund.ledger-exported", "fund", fundId, Map.of("period", period.code()));
	}

}
