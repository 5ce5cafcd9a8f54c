package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.Circumstances;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.HouseholdDeclaration;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.household.Member;
import org.nuanyang.household.MemberHealth;
import org.nuanyang.household.Relation;
import org.nuanyang.household.Residence;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.ClassView;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.TestSchool;
import org.nuanyang.visit.Agreement;
import org.nuanyang.visit.VisitKind;
import org.nuanyang.visit.VisitPurpose;
import org.nuanyang.visit.VisitReport;
import org.nuanyang.visit.VisitService;

/** Carries invented cases along the chain, each step by the person whose step it is. */
public class CaseChain {

	/** Yearly income of the family of five that scores 76, 68, 58 and 46 points. */
	public static final String ONE = "32400.00";

	public static final String NEAR_ONE = "39600.00";

	public static final String TWO = "60000.00";

	public static final String THREE = "70000.00";

	private final RoundService rounds;

	private final IntakeService intake;

	private final ApplicationService applications;

	private final HouseholdService households;

	private final VisitService visits;

	private final Pupils pupils;

	private final Clock clock;

	private final Map<Long, ClassView> classes = new HashMap<>();

	public CaseChain(RoundService rounds, IntakeService intake, ApplicationService applications,
			HouseholdService households, VisitService visits, Pupils pupils, Clock clock) {
		this.rounds = rounds;
		this.intake = intake;
		this.applications = applications;
		this.households = households;
		this.visits = visits;
		this.pupils = pupils;
		this.clock = clock;
	}

	/** 五年级(2)班, with the school's head teacher. */
	public ClassView schoolClass(TestSchool school) {
		return this.classes.computeIfAbsent(school.schoolId(),
				(id) -> this.pupils.classOf(school, 5, 2, school.headTeacher()));
	}

	/** The round of 2026—2027. */
	public RoundView round(TestSchool school) {
		return as(school.officer(), () -> this.rounds.of(school.schoolId(), new SchoolYear(2026))
			.orElseGet(() -> this.rounds.open(school.officer(), plan())));
	}

	public static RoundPlan plan() {
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		for (var step : RoundStep.values()) {
			var start = LocalDate.of(2026, 10, 12).plusWeeks(step.ordinal());
			dates.put(step, new RoundPlan.Dates(start, start.plusDays(4)));
		}
		return new RoundPlan(new SchoolYear(2026), "2026—2027学年困难认定", 5, dates);
	}

	public long draft(TestSchool school, String name) {
		var pupil = this.pupils.enrol(school, schoolClass(school), name);
		var round = round(school).id();
		var teacher = school.headTeacher();
		return as(teacher, () -> this.intake.apply(teacher, round, Set.of(pupil))).getFirst();
	}

	public long submitted(TestSchool school, String name) {
		var id = draft(school, name);
		declare(school, id);
		run(school.headTeacher(), id, this.intake::submit);
		return id;
	}

	public long accepted(TestSchool school, String name) {
		var id = submitted(school, name);
		run(school.officer(), id, this.intake::accept);
		return id;
	}

	public long visited(TestSchool school, String name, String income) {
		var id = accepted(school, name);
		visit(school, id, income);
		return id;
	}

	public long assessed(TestSchool school, String name, String income) {
		var id = visited(school, name, income);
		run(school.officer(), id, this.intake::assess);
		return id;
	}

	/** Appraised as the rule set suggests. */
	public long appraised(TestSchool school, String name, String income) {
		return appraised(school, name, income, one(school.officer(), assessed(school, name, income)));
	}

	public long appraised(TestSchool school, String name, String income, @Nullable Tier classTier) {
		var id = assessed(school, name, income);
		appraise(school, id, classTier);
		return id;
	}

	private long appraised(TestSchool school, String name, String income, CaseView assessed) {
		appraise(school, assessed.id(), assessed.suggestedTier());
		return assessed.id();
	}

	public void appraise(TestSchool school, long id, @Nullable Tier tier) {
		var teacher = school.headTeacher();
		as(teacher, () -> {
			this.applications.appraise(teacher, id, tier, "与家访情况相符");
			return true;
		});
	}

	/** Passed by the principal as suggested. */
	public long passed(TestSchool school, String name, String income) {
		var id = appraised(school, name, income);
		var principal = school.principal();
		as(principal, () -> {
			var tier = this.applications.one(principal, id).suggestedTier();
			if (tier == null) {
				throw new IllegalStateException("nothing suggested for an income of " + income);
			}
			this.applications.pass(principal, id, tier, null);
			return true;
		});
		return id;
	}

	public CaseView one(Actor actor, long id) {
		return as(actor, () -> this.applications.one(actor, id));
	}

	public void declare(TestSchool school, long id) {
		var teacher = school.headTeacher();
		var father = new Member("林样父", Relation.FATHER, 40, "", "务工", Yuan.of("34500.00"), MemberHealth.MINOR);
		var mother = new Member("林样母", Relation.MOTHER, 38, "", "务农", Yuan.ZERO, MemberHealth.HEALTHY);
		as(teacher,
				() -> this.households.declare(teacher, one(teacher, id).enrolmentId(), new SchoolYear(2026),
						new HouseholdDeclaration(Residence.RURAL, List.of(father, mother), Map.of(),
								new Circumstances("", "", "", "", "", "", "无"))));
	}

	public void visit(TestSchool school, long id, String income) {
		var teacher = school.headTeacher();
		var today = LocalDate.now(this.clock);
		var report = new VisitReport(UUID.randomUUID(), VisitKind.ON_SITE, today, LocalTime.of(8, 0),
				LocalTime.of(9, 0), "家中", "韩样二", "林样父", "父亲", Set.of(VisitPurpose.ECONOMY), family(income),
				new VisitReport.Words("", "", "", "", "", ""), Agreement.PARTLY, "收入和人口与申报不同", null, null);
		as(teacher, () -> this.visits.record(teacher, one(teacher, id).enrolmentId(), report));
	}

	private static Map<FactCode, String> family(String income) {
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		facts.put(FactCode.YEARLY_INCOME, income);
		facts.put(FactCode.HOUSEHOLD_SIZE, "5");
		facts.put(FactCode.SEVERELY_ILL, "1");
		facts.put(FactCode.MILDLY_ILL, "1");
		facts.put(FactCode.MEDICAL_SELF_PAID, "18000.00");
		facts.put(FactCode.WORKERS, "1.5");
		facts.put(FactCode.EMPLOYMENT, "SEASONAL");
		facts.put(FactCode.IN_COMPULSORY, "2");
		facts.put(FactCode.SUDDEN_EVENTS, "ILLNESS");
		facts.put(FactCode.SUDDEN_LOSS, "18000.00");
		facts.put(FactCode.FAMILY_STRUCTURE, "ONE_AWAY");
		facts.put(FactCode.HOUSING, "SIMPLE");
		return facts;
	}

	private void run(Actor actor, long id, CaseStep step) {
		as(actor, () -> {
			step.take(actor, id, this.applications.one(actor, id).version());
			return true;
		});
	}

	private static <T> T as(Actor actor, Supplier<T> work) {
		return actor.scope().call(work);
	}

	private interface CaseStep {

		void take(Actor actor, long id, int version);

	}

}
