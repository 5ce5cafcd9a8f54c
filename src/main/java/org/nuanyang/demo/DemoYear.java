package org.nuanyang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.demo.DemoStaff.Teachers;
import org.nuanyang.household.CategoryClaim;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.ClassView;
import org.nuanyang.programme.PairRule;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.recheck.EndCause;
import org.nuanyang.recheck.RecheckOutcome;

/**
 * The school year under way in the demo: one school at every step, one sent, one begun.
 */
class DemoYear {

	/**
	 * 五年级(1)班, whose head teacher visitors sign in as, among the classes from grade
	 * three.
	 */
	private static final int VISITORS = 6;

	/** So many working days ago the first family of the main school applied. */
	private static final int BEGUN = 17;

	/** Which pupil of theirs has a draft, having applied the year before. */
	static final int DRAFT = 4;

	private final DemoServices services;

	private final DemoDays days;

	private final Actor county;

	private final DemoPeople people;

	DemoYear(DemoServices services, DemoDays days, Actor county, DemoPeople people) {
		this.services = services;
		this.days = days;
		this.county = county;
		this.people = people;
	}

	private DemoRound round(DemoStaff.School school, Teachers teachers, int workingDaysAgo) {
		return round(school, teachers, workingDaysAgo, Set.of());
	}

	private DemoRound round(DemoStaff.School school, Teachers teachers, int workingDaysAgo, Set<Long> programmes) {
		var begin = this.days.before(workingDaysAgo);
		return new DemoRound(this.services, school, teachers, this.people, this.days.year(),
				this.days.plan(this.days.opening(begin)), begin, programmes);
	}

	/**
	 * A round with cases in every status: some paid and re-checked, some on a list that
	 * waits for the finance officer, some on notice, some decided, some on the way.
	 */
	void underWay(DemoStaff.School school, Teachers teachers, List<ClassView> all) {
		var classes = all.stream().filter((schoolClass) -> schoolClass.gradeNumber() >= 3).toList();
		var round = round(school, teachers, BEGUN, bothProgrammes());
		var intake = new DemoIntake(round);
		var decisions = new DemoDecisions(round);
		decided(round, intake, decisions, apply(intake, classes.subList(0, 4), 4));
		round.later(1);
		decisions.publish();
		decided(round, intake, decisions, apply(intake, classes.subList(4, 5), 4));
		round.later(1);
		decisions.publish();
		round.later(4);
		accept(round, decisions.file(), this.county);
		var money = paid(round);
		accept(round, decisions.file(), this.county);
		var second = apply(intake, classes.subList(5, 8), 4);
		appraised(intake, decisions, second);
		intake.enterAccounts(second.subList(0, 6), false);
		round.later(1);
		decisions.decide();
		refuseSome(round);
		round.later(1);
		decisions.object(decisions.publish());
		onTheWay(intake, decisions, classes.subList(8, classes.size()));
		forTheVisitor(intake, classes.get(VISITORS).id());
		money.prepare(Term.AUTUMN);
		lookedAtAgain(round, decisions);
		onLists(round, classes);
	}

	/**
	 * Whoever asks for both gets what is worth more, and the reason why not the other.
	 */
	private Set<Long> bothProgrammes() {
		var programmes = this.services.programmes();
		var grant = programmes.programme(ProgrammeService.TIERED_GRANT).id();
		var subsidy = programmes.programme(ProgrammeService.LIVING_SUBSIDY).id();
		this.services.clock().at(this.days.before(BEGUN).atTime(9, 0), () -> this.county.scope().call(() -> {
			this.services.pairs().set(this.county, grant, subsidy, PairRule.HIGHER);
			return true;
		}));
		return Set.of(grant, subsidy);
	}

	/** With the papers of all but one, and with accounts to pay to. */
	private static void decided(DemoRound round, DemoIntake intake, DemoDecisions decisions, List<Long> cases) {
		appraised(intake, decisions, cases);
		intake.papers(cases.subList(1, cases.size()));
		intake.enterAccounts(cases, true);
		round.later(2);
		decisions.decide();
	}

	/** The bank pays everybody but one, whose account is to be mended. */
	private static DemoMoney paid(DemoRound round) {
		var money = new DemoMoney(round.services(), round.later(1), Yuan.of("50000"));
		money.payBut(money.prepare(Term.AUTUMN), 1);
		return money;
	}

	/** Some on the list of civil affairs are aided, and three have not applied. */
	private void onLists(DemoRound round, List<ClassView> classes) {
		var officer = round.school().officer();
		var claim = new CategoryClaim("P05", "民政部门", "示例县民政局低保名单", this.days.year().first(), null);
		var listed = new ArrayList<Long>();
		round.inStatus(ApplicationStatus.RECOGNISED)
			.stream()
			.limit(5)
			.forEach((application) -> listed.add(application.enrolmentId()));
		round.as(officer, () -> {
			for (var schoolClass : classes.subList(0, 3)) {
				listed.add(this.services.students().pupilsOfClass(officer, schoolClass.id()).get(20).id());
			}
			listed.forEach((pupil) -> this.services.categories().record(officer, pupil, claim));
		});
	}

	private static void refuseSome(DemoRound round) {
		var officer = round.school().officer();
		round.inStatus(ApplicationStatus.NOT_PASSED)
			.stream()
			.skip(1)
			.forEach((application) -> round.as(officer,
					() -> round.services().intake().refuse(officer, application.id(), application.version(), null)));
	}

	/**
	 * Cases that wait at each step before the committee, a notice and a meeting that wait
	 * for the principal.
	 */
	private void onTheWay(DemoIntake intake, DemoDecisions decisions, List<ClassView> classes) {
		appraised(intake, decisions, apply(intake, classes.subList(0, 1), 3));
		decisions.decide();
		decisions.draftNotice(this.days.next());
		appraised(intake, decisions, apply(intake, classes.subList(1, 2), 4));
		decisions.meet();
		var open = apply(intake, classes.subList(2, classes.size()), 7);
		intake.declare(open.stream().skip(2).toList());
		intake.submit(open.stream().skip(4).toList());
		var submitted = open.stream().skip(6).toList();
		intake.sendBack(submitted.stream().limit(1).toList());
		intake.withdraw(submitted.stream().skip(1).limit(1).toList());
		var accepted = submitted.stream().skip(2).toList();
		intake.accept(accepted);
		var visited = accepted.stream().skip(4).toList();
		intake.visit(visited);
		intake.assess(visited.stream().skip(2).toList());
	}

	/**
	 * A draft of a family that applied last year, a returned case, a visit due and an
	 * appraisal to hold, in one class.
	 */
	private static void forTheVisitor(DemoIntake intake, long classId) {
		intake.apply(classId, DRAFT, 1);
		var cases = intake.apply(classId, DRAFT + 1, 5);
		intake.declare(cases);
		intake.submit(cases.subList(1, 5));
		intake.sendBack(cases.subList(1, 2));
		intake.accept(cases.subList(2, 5));
		intake.visit(cases.subList(3, 5));
		intake.assess(cases.subList(3, 5));
	}

	/** One tier changed, one recognition ended, one change that waits, one kept. */
	private static void lookedAtAgain(DemoRound round, DemoDecisions decisions) {
		var awarded = round.inStatus(ApplicationStatus.RECOGNISED);
		decisions.confirmRecheck(change(decisions, awarded.get(0), "父亲外出务工，家庭收入有变化。"));
		decisions.confirmRecheck(decisions.recheck(awarded.get(1), RecheckOutcome.END, null, EndCause.BETTER_OFF,
				"家庭有了稳定收入，家长说明不再需要资助。"));
		change(decisions, awarded.get(2), "母亲病情有变化，医疗支出与认定时不同。");
		decisions.recheck(awarded.get(3), RecheckOutcome.KEEP, null, null, "家庭情况没有变化。");
	}

	private static long change(DemoDecisions decisions, CaseView application, String reason) {
		return (application.decidedTier() == Tier.ONE)
				? decisions.recheck(application, RecheckOutcome.LOWER, Tier.TWO, null, reason)
				: decisions.recheck(application, RecheckOutcome.RAISE, Tier.ONE, null, reason);
	}

	/** A school whose list waits for the county's answer. */
	void sent(DemoStaff.School school, Teachers teachers, List<ClassView> classes) {
		var round = round(school, teachers, 11);
		var intake = new DemoIntake(round);
		var decisions = new DemoDecisions(round);
		appraised(intake, decisions, apply(intake, classes.subList(0, 4), 2));
		round.later(1);
		decisions.decide();
		decisions.publish();
		var later = apply(intake, classes.subList(4, 6), 3);
		intake.declare(later);
		intake.submit(later.subList(0, 4));
		round.later(6);
		decisions.file();
	}

	/** A school that has just begun. */
	void beginning(DemoStaff.School school, Teachers teachers, List<ClassView> classes) {
		var intake = new DemoIntake(round(school, teachers, 6));
		var cases = apply(intake, classes.subList(0, 3), 3);
		intake.declare(cases.subList(0, 6));
		intake.submit(cases.subList(0, 4));
	}

	private static List<Long> apply(DemoIntake intake, List<ClassView> classes, int each) {
		var cases = new ArrayList<Long>();
		classes.forEach((schoolClass) -> cases.addAll(intake.apply(schoolClass.id(), 0, each)));
		return cases;
	}

	static void appraised(DemoIntake intake, DemoDecisions decisions, List<Long> cases) {
		intake.declare(cases);
		intake.submit(cases);
		intake.accept(cases);
		intake.visit(cases);
		intake.assess(cases);
		decisions.appraise(cases);
	}

	/** One row comes back: the school corrects it and sends it again. */
	static void acceptBut(DemoRound round, long filing, Actor county) {
		round.as(county,
				() -> round.services().filingAnswers().acceptBut(county, filing, Map.of(2, "班级与学籍系统不一致，请核对后重新报送。"), 1));
		grant(round, filing);
	}

	static void accept(DemoRound round, long filing, Actor county) {
		round.as(county, () -> round.services().filingAnswers().accept(county, filing));
		grant(round, filing);
	}

	private static void grant(DemoRound round, long filing) {
		round.as(round.school().officer(), () -> {
			round.services().awards().grant(round.school().officer(), filing);
		});
	}

}
