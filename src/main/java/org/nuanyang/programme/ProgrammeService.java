package org.nuanyang.programme;

import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programmes and what they pay. Amounts are policy of the county, the same for all its
 * schools; an award copies them, so that a later change of a standard moves no award.
 */
@Service
@Transactional(readOnly = true)
public class ProgrammeService {

	/** 义务教育分级助学金. */
	public static final String TIERED_GRANT = "TIERED_GRANT";

	private final ProgrammeRepository programmes;

	ProgrammeService(ProgrammeRepository programmes) {
		this.programmes = programmes;
	}

	public List<ProgrammeView> programmes() {
		return this.programmes.all();
	}

	public ProgrammeView programme(String code) {
		return programmes().stream()
			.filter((programme) -> programme.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new NotFound("programme " + code));
	}

	public ProgrammeView programme(long id) {
		return programmes().stream()
			.filter((programme) -> programme.id() == id)
			.findFirst()
			.orElseThrow(() -> new NotFound("programme " + id));
	}

	/**
	 * Refuses with {@code programme.standard.missing} when the year has no standards yet.
	 */
	public Standards standards(long programmeId, SchoolYear year) {
		return findStandards(programmeId, year)
			.orElseThrow(() -> new RuleViolation("programme.standard.missing", year.label()));
	}

	public Optional<Standards> findStandards(long programmeId, SchoolYear year) {
		return Optional.of(this.programmes.standards(programmeId, year))
			.filter((amounts) -> !amounts.isEmpty())
			.map((amounts) -> new Standards(year, amounts));
	}

	/** Yuan for the whole school year. */
	public Yuan annualAmount(long programmeId, SchoolYear year, Tier tier) {
		return standards(programmeId, year).annual(tier);
	}

	/** Yuan for one term; both terms of a year are worth the same. */
	public Yuan termAmount(long programmeId, SchoolYear year, Tier tier, Term term) {
		return standards(programmeId, year).perTerm(tier);
	}

	/**
	 * The local subsistence line (当地低保线), yuan per person and year; empty when the county
	 * has not entered it for that year.
	 */
	public Optional<Yuan> subsistenceLine(SchoolYear year) {
		return this.programmes.subsistenceLine(year);
	}

	/** Every year that has standards, the latest first. */
	public List<SchoolYear> years(long programmeId) {
		return this.programmes.years(programmeId).stream().map(SchoolYear::new).toList();
	}

}
