package org.nuanyang.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Recall;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programmes and what they pay. Amounts are policy of the county, the same for all its
 * schools; an award copies them, so that a later change of a standard moves no award.
 */
@Service
@Transactional(readOnly = true)
public class ProgrammeService {

	/** 义务教育生活补助. */
	public static final String LIVING_SUBSIDY = "LIVING_SUBSIDY";

	/** 义务教育分级助学金. */
	public static final String TIERED_GRANT = "TIERED_GRANT";

	private static final Yuan HIGHEST_LINE = Yuan.of("100000");

	private final ProgrammeRepository programmes;

	private final ObjectProvider<StandardsInUse> uses;

	private final Audit audit;

	ProgrammeService(ProgrammeRepository programmes, ObjectProvider<StandardsInUse> uses, Audit audit) {
		this.programmes = programmes;
		this.uses = uses;
		this.audit = audit;
	}

	public List<ProgrammeView> programmes() {
		return Recall.once("programmes", List.of(), this.programmes::all);
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

	/**
	 * What a programme pays in a year, whatever its amounts depend on; refuses when the
	 * year has none.
	 */
	public Scale scale(long programmeId, SchoolYear year) {
		return findScale(programmeId, year)
			.orElseThrow(() -> new RuleViolation("programme.standard.missing", year.label()));
	}

	public Optional<Scale> findScale(long programmeId, SchoolYear year) {
		return Recall.once("scale", List.of(programmeId, year),
				() -> programme(programmeId).isByTier() ? findStandards(programmeId, year).map(Scale.class::cast)
						: findStageStandards(programmeId, year).map(Scale.class::cast));
	}

	Optional<StageStandards> findStageStandards(long programmeId, SchoolYear year) {
		return Optional.of(this.programmes.stageStandards(programmeId, year))
			.filter((amounts) -> !amounts.isEmpty())
			.map((amounts) -> new StageStandards(year, amounts));
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

	@Transactional
	public void setStandards(Actor actor, long programmeId, Standards standards) {
		onlyCounty(actor);
		var programme = programme(programmeId);
		var before = this.programmes.standards(programmeId, standards.year());
		refuseUsed(programmeId, standards, !before.equals(standards.annual()));
		this.programmes.save(programmeId, standards);
		this.audit.record(actor, null, "programme.standards.set", "programme", programmeId,
				Map.of("programme", programme.code(), "year", standards.year().firstYear(), "before",
						new TreeMap<>(before).toString(), "after", new TreeMap<>(standards.annual()).toString()));
	}

	@Transactional
	public void setStandards(Actor actor, long programmeId, StageStandards standards) {
		onlyCounty(actor);
		var programme = programme(programmeId);
		var before = this.programmes.stageStandards(programmeId, standards.year());
		refuseUsed(programmeId, standards, !before.equals(standards.annual()));
		this.programmes.save(programmeId, standards);
		this.audit.record(actor, null, "programme.standards.set", "programme", programmeId,
				Map.of("programme", programme.code(), "year", standards.year().firstYear(), "before", words(before),
						"after", words(standards.annual())));
	}

	private static String words(Map<StageStandards.Key, Yuan> amounts) {
		var words = new TreeMap<String, Yuan>();
		amounts.forEach((key, amount) -> words.put(key.field(), amount));
		return words.toString();
	}

	/** A standard by which somebody already gets something stays as it is. */
	private void refuseUsed(long programmeId, Scale standards, boolean changed) {
		if (changed && isUsed(programmeId, standards.year())) {
			throw new RuleViolation("programme.standard.used", standards.year().label());
		}
	}

	boolean isUsed(long programmeId, SchoolYear year) {
		return this.uses.stream().anyMatch((use) -> use.isUsed(programmeId, year));
	}

	/** Standards and subsistence line of one year together: both or neither. */
	@Transactional
	public void setPolicy(Actor actor, String programme, Standards standards, Yuan line) {
		setStandards(actor, programme(programme).id(), standards);
		setSubsistenceLine(actor, standards.year(), line);
	}

	/**
	 * The standards of the year before, of every programme that has none yet for this
	 * one, taken over unchanged.
	 */
	@Transactional
	public void copyLastYear(Actor actor, SchoolYear year) {
		onlyCounty(actor);
		var last = year.previous();
		var missing = programmes().stream()
			.filter((programme) -> findScale(programme.id(), year).isEmpty())
			.filter((programme) -> findScale(programme.id(), last).isPresent())
			.toList();
		if (missing.isEmpty()) {
			throw programmes().stream().anyMatch((programme) -> findScale(programme.id(), year).isPresent())
					? new RuleViolation("programme.copy.exists", year.label())
					: new RuleViolation("programme.standard.missing", last.label());
		}
		for (var programme : missing) {
			switch (scale(programme.id(), last)) {
				case Standards byTier -> setStandards(actor, programme.id(), new Standards(year, byTier.annual()));
				case StageStandards byStage ->
					setStandards(actor, programme.id(), new StageStandards(year, byStage.annual()));
			}
		}
		if (subsistenceLine(year).isEmpty()) {
			subsistenceLine(last).ifPresent((line) -> setSubsistenceLine(actor, year, line));
		}
	}

	/** Yuan per person and year. */
	@Transactional
	public void setSubsistenceLine(Actor actor, SchoolYear year, Yuan annual) {
		onlyCounty(actor);
		if (annual.amount().signum() <= 0 || annual.amount().compareTo(HIGHEST_LINE.amount()) > 0) {
			throw RuleViolation.on("line", "programme.line.range", HIGHEST_LINE.toString());
		}
		var before = subsistenceLine(year).map(Yuan::toString).orElse("");
		this.programmes.saveSubsistenceLine(year, annual.amount());
		this.audit.record(actor, null, "programme.line.set", "subsistence_line", (long) year.firstYear(),
				Map.of("year", year.firstYear(), "before", before, "after", annual.toString()));
	}

	/** Whether notices show the tier; recorded by who asks for it. */
	@Transactional
	public void showTierOnNotice(Actor actor, String code, boolean shown) {
		onlyCounty(actor);
		this.programmes.showTierOnNotice(programme(code).id(), shown);
	}

	private static void onlyCounty(Actor actor) {
		if (!actor.is(Role.COUNTY)) {
			throw new NotFound("policy for " + actor.userId());
		}
	}

}
