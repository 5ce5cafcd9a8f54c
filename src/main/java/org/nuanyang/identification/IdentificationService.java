package org.nuanyang.identification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assesses pupils by the rule set of the year; every assessment is kept. */
@Service
@Transactional(readOnly = true)
public class IdentificationService {

	private final RuleSetRepository ruleSets;

	private final AssessmentRepository assessments;

	private final HouseholdService households;

	private final ProgrammeService programmes;

	private final StudentService students;

	private final Audit audit;

	private final Clock clock;

	IdentificationService(RuleSetRepository ruleSets, AssessmentRepository assessments, HouseholdService households,
			ProgrammeService programmes, StudentService students, Audit audit, Clock clock) {
		this.ruleSets = ruleSets;
		this.assessments = assessments;
		this.households = households;
		this.programmes = programmes;
		this.students = students;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Assesses the facts verified so far and stores a new assessment; earlier ones stay
	 * untouched. Refuses when no rule set is active or a fact that may not be missing is
	 * missing, naming it.
	 */
	@Transactional
	public AssessmentView assess(Actor actor, long enrolmentId, SchoolYear year) {
		if (!HouseholdService.mayWrite(actor)) {
			throw new NotFound("assessment of " + enrolmentId);
		}
		var pupil = this.students.pupil(actor, enrolmentId);
		var rules = this.ruleSets.active(year)
			.orElseThrow(() -> new RuleViolation("identification.rules.missing", year.label()));
		var result = new Evaluator(rules.rules()).evaluate(evidence(actor, enrolmentId, year));
		var id = this.assessments.insert(pupil, rules, result, actor.userId(), this.clock.instant());
		record(actor, pupil, id, rules, result);
		return this.assessments.find(id).orElseThrow();
	}

	private Evidence evidence(Actor actor, long enrolmentId, SchoolYear year) {
		return new Evidence(this.households.facts(actor, enrolmentId, year),
				this.households.categoryCodes(actor, enrolmentId, LocalDate.now(this.clock)),
				this.programmes.subsistenceLine(year).orElse(null));
	}

	private void record(Actor actor, PupilView pupil, long id, ActiveRuleSet rules, Evaluator.Result result) {
		var details = new HashMap<String, Object>();
		details.put("ruleSet", rules.id());
		details.put("version", rules.version());
		details.put("suggested", Optional.ofNullable(result.suggested()).map(Tier::name).orElse("NONE"));
		this.audit.record(actor, pupil.schoolId(), "identification.assessed", "assessment", id, details);
	}

	/**
	 * An assessment to be handed to the parents in plain words; that it was is recorded.
	 * @param decided what was decided: it explains the one it rested on; null explains
	 * the last of that year
	 */
	@Transactional
	AssessmentView explain(Actor actor, long enrolmentId, SchoolYear year, Decided.@Nullable Outcome decided) {
		var explained = (decided != null) ? assessment(actor, decided.assessmentId()) : latest(actor, enrolmentId, year)
			.orElseThrow(() -> new NotFound("assessment of " + enrolmentId + " in " + year));
		this.audit.record(actor, this.students.pupil(actor, enrolmentId).schoolId(), "identification.explained",
				"assessment", explained.id(), Map.of());
		return explained;
	}

	/** The last assessment of that year. */
	public Optional<AssessmentView> latest(Actor actor, long enrolmentId, SchoolYear year) {
		return assessments(actor, enrolmentId, year).stream().findFirst();
	}

	/** All assessments of that year, the latest first. */
	public List<AssessmentView> assessments(Actor actor, long enrolmentId, SchoolYear year) {
		return this.assessments.ofPupil(readable(actor, enrolmentId), year)
			.stream()
			.map((assessment) -> assessment.shownTo(actor))
			.toList();
	}

	/** One assessment, as a case took it. */
	public AssessmentView assessment(Actor actor, long assessmentId) {
		var found = this.assessments.find(assessmentId).orElseThrow(() -> new NotFound("assessment " + assessmentId));
		readable(actor, found.enrolmentId());
		return found.shownTo(actor);
	}

	/**
	 * Many at once, as their cases took them, for somebody who sees the whole school.
	 */
	public Map<Long, AssessmentView> assessments(Actor actor, Collection<Long> assessmentIds) {
		schoolWide(actor);
		return this.assessments.all(assessmentIds)
			.values()
			.stream()
			.map((assessment) -> assessment.shownTo(actor))
			.collect(Collectors.toMap(AssessmentView::id, Function.identity()));
	}

	/**
	 * What each of them rested on, as one text: the same facts give the same text.
	 */
	public Map<Long, String> grounds(Actor actor, Collection<Long> assessmentIds) {
		schoolWide(actor);
		return this.assessments.grounds(assessmentIds);
	}

	/** A head teacher reads the own pupils' only, one by one. */
	private static void schoolWide(Actor actor) {
		if (!HouseholdService.mayRead(actor) || actor.seesOwnClassesOnly()) {
			throw new NotFound("assessments of the school for " + actor.userId());
		}
	}

	private PupilView readable(Actor actor, long enrolmentId) {
		if (!HouseholdService.mayRead(actor)) {
			throw new NotFound("assessments of " + enrolmentId);
		}
		return this.students.pupil(actor, enrolmentId);
	}

}
