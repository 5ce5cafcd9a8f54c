package org.nuanyang.student;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.OrgService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a whole school into a school year: the last grade graduates, the others move up
 * with their classes; who is on leave stays in the grade, with the cohort that comes
 * after (a grade is a cohort, so staying means another class row). Grades that already
 * stand where the year wants them stay, so doing it twice changes nothing.
 */
@Service
public class PromotionService {

	private static final String COUNTS = """
			select class_id, count(*) filter (where status = 'ENROLLED') as enrolled,
				count(*) filter (where status = 'ON_LEAVE') as on_leave
			from enrolment where school_id = ? and left_on is null group by class_id
			""";

	private static final String EVENTS = """
			insert into enrolment_event (id, school_id, enrolment_id, kind, happened_on, school_year, reason, from_class,
				to_class, recorded_by, recorded_by_name, recorded_at)
			select nextval('id_seq'), e.school_id, e.id, :kind, :day, :year, null, :from, :to, :actor, :name, :now::timestamptz
			from enrolment e where e.school_id = :school and e.class_id = :class and e.status = 'ENROLLED'
			""";

	private static final String GRADUATE = """
			update enrolment set status = 'GRADUATED', left_on = greatest(:day, entered_on),
				version = version + 1
			where school_id = :school and class_id = :class and status = 'ENROLLED'
			""";

	private static final String STAY = """
			with stayed as (update enrolment set class_id = :target, version = version + 1
				where school_id = :school and class_id = :class and status = 'ON_LEAVE' returning id)
			insert into enrolment_event (id, school_id, enrolment_id, kind, happened_on, school_year, reason, from_class,
				to_class, recorded_by, recorded_by_name, recorded_at)
			select nextval('id_seq'), :school, stayed.id, 'STAYED_BEHIND', :day, :year, null, null, :to, :actor, :name,
				:now::timestamptz
			from stayed
			""";

	private final JdbcClient jdbc;

	private final OrgService org;

	private final Audit audit;

	private final Clock clock;

	PromotionService(JdbcClient jdbc, OrgService org, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.org = org;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What would happen to one class.
	 *
	 * @param to its name afterwards, or null if it graduates
	 */
	public record Step(ClassView from, @Nullable String to, int pupils, int onLeave) {

		public boolean graduates() {
			return this.to == null;
		}

	}

	/**
	 * What would happen, class by class; nothing if the school stands in the year
	 * already.
	 */
	public record Plan(SchoolYear year, List<Step> steps) {

		public int movingUp() {
			return this.steps.stream().filter((step) -> !step.graduates()).mapToInt(Step::pupils).sum();
		}

		public int graduating() {
			return this.steps.stream().filter(Step::graduates).mapToInt(Step::pupils).sum();
		}

		public int onLeave() {
			return this.steps.stream().mapToInt(Step::onLeave).sum();
		}

		public boolean isDone() {
			return this.steps.isEmpty();
		}

	}

	@Transactional(readOnly = true)
	Plan plan(Actor actor) {
		var schoolId = actor.ownSchool();
		var year = SchoolYear.of(LocalDate.now(this.clock));
		var last = this.org.school(schoolId).stage().lastGrade();
		var behind = this.org.gradesBehind(schoolId, year);
		var counts = counts(schoolId);
		var steps = this.org.classes(schoolId)
			.stream()
			.filter((schoolClass) -> behind.contains(schoolClass.gradeNumber()))
			.map((schoolClass) -> step(schoolClass, last, counts))
			.toList();
		return new Plan(year, steps);
	}

	private static Step step(ClassView schoolClass, int last, Map<Long, int[]> counts) {
		var count = counts.getOrDefault(schoolClass.id(), new int[2]);
		var to = (schoolClass.gradeNumber() < last)
				? GradeNames.grade(schoolClass.gradeNumber() + 1) + schoolClass.name() : null;
		return new Step(schoolClass, to, count[0], count[1]);
	}

	private Map<Long, int[]> counts(long schoolId) {
		var counts = new HashMap<Long, int[]>();
		this.jdbc.sql(COUNTS)
			.param(schoolId)
			.query((row, number) -> counts.put(row.getLong("class_id"),
					new int[] { row.getInt("enrolled"), row.getInt("on_leave") }))
			.list();
		return counts;
	}

	/** Carries the plan out for the year that the officer confirmed. */
	@Transactional
	public Plan promote(Actor actor, int firstYear) {
		var plan = plan(actor);
		if (plan.year().firstYear() != firstYear) {
			throw new RuleViolation("student.promotion.other-year", plan.year().label());
		}
		if (plan.isDone()) {
			throw new RuleViolation("student.promotion.done", plan.year().label());
		}
		var schoolId = actor.ownSchool();
		claim(actor, schoolId, plan);
		plan.steps().forEach((step) -> carryOut(actor, schoolId, plan.year(), step));
		this.org.promoteGrades(actor, schoolId, plan.year());
		plan.steps().stream().filter((step) -> step.onLeave() > 0).forEach((step) -> stay(actor, plan.year(), step));
		this.audit.record(actor, schoolId, "student.promoted", "school", schoolId,
				Map.of("year", plan.year().firstYear(), "movedUp", plan.movingUp(), "graduated", plan.graduating(),
						"stayed", plan.onLeave()));
		return plan;
	}

	/** The row that two officers cannot both write. */
	private void claim(Actor actor, long schoolId, Plan plan) {
		var claimed = this.jdbc.sql("""
				insert into promotion (id, school_id, school_year, moved_up, graduated, promoted_by, promoted_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?) on conflict (school_id, school_year) do nothing""")
			.params(schoolId, plan.year().firstYear(), plan.movingUp(), plan.graduating(), actor.userId(),
					Timestamp.from(this.clock.instant()))
			.update();
		if (claimed == 0) {
			throw new RuleViolation("student.promotion.done", plan.year().label());
		}
	}

	/** Who is on leave is neither promoted nor graduated. */
	private void carryOut(Actor actor, long schoolId, SchoolYear year, Step step) {
		var graduates = step.graduates();
		var params = params(actor, schoolId, year, step);
		params.put("kind", (graduates ? EventKind.GRADUATED : EventKind.PROMOTED).name());
		params.put("day", earlier(LocalDate.now(this.clock), graduates ? year.previous().last() : year.first()));
		params.put("from", step.from().fullName());
		params.put("to", step.to());
		this.jdbc.sql(EVENTS).params(params).update();
		if (graduates) {
			this.jdbc.sql(GRADUATE).params(params).update();
		}
	}

	/** Into the class of that number which has come up, else any of the grade. */
	private void stay(Actor actor, SchoolYear year, Step step) {
		var schoolId = step.from().schoolId();
		var grade = step.from().gradeNumber();
		var classes = this.org.classes(schoolId).stream().filter((one) -> one.gradeNumber() == grade).toList();
		var target = classes.stream()
			.filter((one) -> one.name().equals(step.from().name()))
			.findFirst()
			.or(() -> classes.stream().findFirst())
			.orElseGet(() -> this.org.ensureClass(schoolId, grade, 1, year));
		var params = params(actor, schoolId, year, step);
		params.put("target", target.id());
		params.put("day", earlier(LocalDate.now(this.clock), year.first()));
		params.put("to", target.fullName());
		this.jdbc.sql(STAY).params(params).update();
	}

	private Map<String, @Nullable Object> params(Actor actor, long schoolId, SchoolYear year, Step step) {
		var params = new HashMap<String, @Nullable Object>();
		params.put("year", year.firstYear());
		params.put("actor", actor.userId());
		params.put("name", actor.name());
		params.put("now", Timestamp.from(this.clock.instant()));
		params.put("school", schoolId);
		params.put("class", step.from().id());
		return params;
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
	}

}
