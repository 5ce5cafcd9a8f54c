package org.nuanyang.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundPlan;
import org.nuanyang.application.RoundStep;
import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.database.SteppedClock;
import org.nuanyang.demo.DemoStaff.Teachers;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.notice.NoticeContact;
import org.nuanyang.notice.NoticePlan;
import org.nuanyang.payee.PayeeEntry;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.review.AttendeeKind;
import org.nuanyang.review.ClassAppraisal;
import org.nuanyang.review.MeetingPlan;
import org.nuanyang.review.MemberKind;
import org.nuanyang.review.Outcome;
import org.nuanyang.review.Ruling;
import org.nuanyang.review.Votes;
import org.nuanyang.visit.Agreement;
import org.nuanyang.visit.VisitKind;
import org.nuanyang.visit.VisitPurpose;
import org.nuanyang.visit.VisitReport;

/**
 * Takes cases of one school's round along the chain, each step by its person and on its
 * day.
 */
class DemoRound {

	private final DemoServices services;

	private final SteppedClock clock;

	private final WorkingCalendar calendar;

	private final DemoStaff.School school;

	private final Teachers teachers;

	private final DemoPeople people;

	private final SchoolYear year;

	private final long roundId;

	private LocalDate today;

	DemoRound(DemoServices services, DemoStaff.School school, Teachers teachers, DemoPeople people, SchoolYear year,
			LocalDate begin) {
		this.services = services;
		this.clock = services.clock();
		this.calendar = services.calendar();
		this.school = school;
		this.teachers = teachers;
		this.people = people;
		this.year = year;
		this.today = begin;
		this.roundId = as(school.officer(), () -> services.rounds().open(school.officer(), plan())).id();
	}

	private RoundPlan plan() {
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		var start = this.today;
		for (var step : RoundStep.values()) {
			var end = this.calendar.addWorkingDays(start, 5);
			dates.put(step, new RoundPlan.Dates(start, end));
			start = end;
		}
		return new RoundPlan(this.year, this.year.label() + "学年困难认定", 5, dates);
	}

	long roundId() {
		return this.roundId;
	}

	/** Lets so many working days pass. */
	DemoRound later(int workingDays) {
		this.today = this.calendar.addWorkingDays(this.today, workingDays + 1);
		return this;
	}

	<T> T as(Actor actor, Supplier<T> work) {
		return this.clock.at(this.today.atTime(10, 0), () -> actor.scope().call(work));
	}

	void as(Actor actor, Runnable work) {
		as(actor, () -> {
			work.run();
			return true;
		});
	}

	/**
	 * The head teacher of the class draws up cases for its first pupils after those
	 * skipped.
	 */
	List<Long> apply(long classId, int skip, int count) {
		var teacher = this.teachers.of(classId);
		return as(teacher, () -> {
			var pupils = this.services.students().pupilsOfClass(teacher, classId);
			return this.services.intake()
				.apply(teacher, this.roundId,
						pupils.stream().skip(skip).limit(count).map((pupil) -> pupil.id()).toList());
		});
	}

	/** The head teacher writes down what the family declares. */
	void declare(Collection<Long> ids) {
		each(ids, (teacher, application) -> this.services.households()
			.declare(teacher, application.enrolmentId(), this.year, family(application).declared(this.people)));
	}

	void submit(Collection<Long> ids) {
		each(ids, (teacher, application) -> this.services.intake()
			.submit(teacher, application.id(), application.version()));
	}

	void accept(Collection<Long> ids) {
		forOfficer(ids, (application) -> this.services.intake()
			.accept(this.school.officer(), application.id(), application.version()));
	}

	void sendBack(Collection<Long> ids) {
		forOfficer(ids, (application) -> this.services.intake()
			.sendBack(this.school.officer(), application.id(), application.version(), "缺户口簿家庭成员页，请补交后重新提交。"));
	}

	void withdraw(Collection<Long> ids) {
		each(ids, (teacher, application) -> this.services.intake()
			.withdraw(teacher, application.id(), application.version(), "家长说明家庭收入已好转，不再申请。"));
	}

	/** The head teacher visits the family, with a colleague. */
	void visit(Collection<Long> ids) {
		each(ids, (teacher, application) -> {
			var family = family(application);
			this.services.visits()
				.record(teacher, application.enrolmentId(),
						new VisitReport(UUID.nameUUIDFromBytes(("visit" + application.id()).getBytes()),
								VisitKind.ON_SITE, this.today, LocalTime.of(9, 0), LocalTime.of(9, 40), "家中",
								this.people.name(), this.people.name(), "母亲", Set.of(VisitPurpose.ECONOMY),
								family.found(),
								new VisitReport.Words("父亲在外务工，母亲在家", "砖瓦房两间", "懂事，帮做家务", "", "希望得到学习用品", "下学期再访"),
								family.agrees() ? Agreement.YES : Agreement.PARTLY,
								family.agrees() ? "" : "父亲务工收入比申报略高", null, null));
		});
	}

	void assess(Collection<Long> ids) {
		forOfficer(ids, (application) -> this.services.intake()
			.assess(this.school.officer(), application.id(), application.version()));
	}

	/** Accounts are entered by the head teacher and confirmed by the finance officer. */
	void enterAccounts(Collection<Long> ids, boolean confirmed) {
		each(ids, (teacher, application) -> {
			var entered = this.services.payees()
				.enter(teacher, application.enrolmentId(), new PayeeEntry(application.name(), PayeeRelation.SELF,
						"示例农商银行禾田支行", this.people.account(), "社会保障卡复印件"));
			if (confirmed) {
				as(this.school.finance(), () -> this.services.payees().confirm(this.school.finance(), entered, true));
			}
		});
	}

	/** Every class of the cases holds its appraisal. */
	void appraise(Collection<Long> ids) {
		cases(ids).stream().collect(Collectors.groupingBy(CaseView::classId)).forEach((classId, cases) -> {
			var teacher = this.teachers.of(classId);
			as(teacher,
					() -> this.services.appraisals()
						.record(teacher,
								new ClassAppraisal(this.roundId, classId, this.today, "班级教室", teacher.name(), 5,
										List.of(new ClassAppraisal.Member(MemberKind.HEAD_TEACHER, teacher.name()),
												new ClassAppraisal.Member(MemberKind.TEACHER, this.people.name() + "一"),
												new ClassAppraisal.Member(MemberKind.TEACHER, this.people.name() + "二"),
												new ClassAppraisal.Member(MemberKind.PARENT, this.people.name() + "三"),
												new ClassAppraisal.Member(MemberKind.PARENT, this.people.name() + "四")),
										cases.stream()
											.map((application) -> new ClassAppraisal.Opinion(application.id(),
													application.suggestedTier(), new Votes(5, 0, 0), "情况属实"))
											.toList())));
		});
	}

	/** The committee decides what waits for it, and the principal confirms. */
	void decide() {
		var officer = this.school.officer();
		var meetings = this.services.meetings();
		var meeting = as(officer, () -> {
			var opened = meetings.open(officer, new MeetingPlan(this.roundId, this.today.atTime(9, 0), "二楼会议室",
					this.school.principal().name(), committee()));
			for (var application : meetings.agenda(officer, this.roundId)) {
				meetings.decide(officer, opened.id(), application.id(), 0,
						new Ruling(Outcome.of(application.suggestedTier()), new Votes(6, 0, 0), "与核实情况相符", Set.of()));
			}
			meetings.submit(officer, opened.id(), meetings.one(officer, opened.id()).version());
			return meetings.one(officer, opened.id());
		});
		as(this.school.principal(), () -> meetings.confirm(this.school.principal(), meeting.id(), meeting.version()));
	}

	private List<MeetingPlan.Member> committee() {
		return List.of(new MeetingPlan.Member(AttendeeKind.LEADER, this.school.principal().name()),
				new MeetingPlan.Member(AttendeeKind.LEADER, "韩例一"), new MeetingPlan.Member(AttendeeKind.TEACHER, "唐例二"),
				new MeetingPlan.Member(AttendeeKind.TEACHER, "许例三"), new MeetingPlan.Member(AttendeeKind.PARENT, "邓例四"),
				new MeetingPlan.Member(AttendeeKind.PARENT, "曹例五"));
	}

	/**
	 * The officer draws up the notice of those who passed, and the principal approves it.
	 */
	long publish() {
		var officer = this.school.officer();
		var notices = this.services.notices();
		var id = as(officer, () -> {
			var drafted = notices.draft(officer, this.roundId, new NoticePlan(this.today, 5,
					new NoticeContact("学生资助办公室", officer.name(), "0000-0000001", null, "教学楼一楼意见箱")));
			notices.check(officer, drafted);
			notices.submit(officer, drafted);
			return drafted;
		});
		as(this.school.principal(), () -> notices.approve(this.school.principal(), id));
		return id;
	}

	/** The officer sends the list of those whose notice has ended. */
	long file() {
		var officer = this.school.officer();
		return as(officer, () -> this.services.filings()
			.send(officer, this.roundId, this.services.filings().ready(officer, this.roundId).size()));
	}

	List<CaseView> inStatus(ApplicationStatus... statuses) {
		return as(this.school.officer(),
				() -> this.services.applications().cases(this.school.officer(), this.roundId, Set.of(statuses)));
	}

	DemoStaff.School school() {
		return this.school;
	}

	SchoolYear year() {
		return this.year;
	}

	LocalDateTime now() {
		return this.today.atTime(10, 0);
	}

	private List<CaseView> cases(Collection<Long> ids) {
		return as(this.school.officer(),
				() -> ids.stream().map((id) -> this.services.applications().one(this.school.officer(), id)).toList());
	}

	private void each(Collection<Long> ids, Step step) {
		for (var application : cases(ids)) {
			var teacher = this.teachers.of(application.classId());
			as(teacher, () -> step.take(teacher, application));
		}
	}

	private void forOfficer(Collection<Long> ids, java.util.function.Consumer<CaseView> step) {
		for (var application : cases(ids)) {
			as(this.school.officer(), () -> step.accept(application));
		}
	}

	/** The same pupil always lives in the same kind of household. */
	private static DemoFamily family(CaseView application) {
		var families = DemoFamily.values();
		var mix = List.of(0, 1, 2, 1, 2, 0, 2, 3);
		return families[mix.get((int) (application.enrolmentId() % mix.size()))];
	}

	private interface Step {

		void take(Actor teacher, CaseView application);

	}

}
