package org.nuanyang.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Term;
import org.nuanyang.notice.NoticeContact;
import org.nuanyang.notice.NoticePlan;
import org.nuanyang.objection.Answer;
import org.nuanyang.objection.Channel;
import org.nuanyang.objection.Conclusion;
import org.nuanyang.objection.Draft;
import org.nuanyang.objection.Handling;
import org.nuanyang.objection.Kind;
import org.nuanyang.objection.Means;
import org.nuanyang.objection.Reporter;
import org.nuanyang.objection.Satisfaction;
import org.nuanyang.programme.Tier;
import org.nuanyang.recheck.EndCause;
import org.nuanyang.recheck.Finding;
import org.nuanyang.recheck.RecheckOutcome;
import org.nuanyang.review.AttendeeKind;
import org.nuanyang.review.ClassAppraisal;
import org.nuanyang.review.MeetingPlan;
import org.nuanyang.review.MeetingView;
import org.nuanyang.review.MemberKind;
import org.nuanyang.review.Outcome;
import org.nuanyang.review.Ruling;
import org.nuanyang.review.Votes;

/**
 * What becomes of the cases of a demo round: appraised, decided, published, filed,
 * re-checked.
 */
class DemoDecisions {

	private final DemoRound round;

	DemoDecisions(DemoRound round) {
		this.round = round;
	}

	/** Every class of the cases holds its appraisal. */
	void appraise(Collection<Long> ids) {
		this.round.cases(ids).stream().collect(Collectors.groupingBy(CaseView::classId)).forEach((classId, cases) -> {
			var teacher = this.round.teachers().of(classId);
			this.round.as(teacher, () -> this.round.services()
				.appraisals()
				.record(teacher,
						new ClassAppraisal(this.round.roundId(), classId, this.round.today(), "班级教室", teacher.name(), 5,
								List.of(new ClassAppraisal.Member(MemberKind.HEAD_TEACHER, teacher.name()),
										new ClassAppraisal.Member(MemberKind.TEACHER, this.round.people().name() + "一"),
										new ClassAppraisal.Member(MemberKind.TEACHER, this.round.people().name() + "二"),
										new ClassAppraisal.Member(MemberKind.PARENT, this.round.people().name() + "三"),
										new ClassAppraisal.Member(MemberKind.PARENT, this.round.people().name() + "四")),
								cases.stream()
									.map((application) -> new ClassAppraisal.Opinion(application.id(),
											application.suggestedTier(), new Votes(5, 0, 0), "情况属实"))
									.toList())));
		});
	}

	/** The committee decides what waits for it, and the principal confirms. */
	void decide() {
		var signings = this.round.services().signings();
		var meeting = meet();
		var principal = this.round.school().principal();
		this.round.as(principal,
				() -> signings.confirm(principal, meeting.id(), meeting.version(), signings.shown(principal, meeting)));
	}

	/** The committee decides what waits for it; the principal has not confirmed yet. */
	MeetingView meet() {
		var officer = this.round.school().officer();
		var meetings = this.round.services().meetings();
		var decisions = this.round.services().decisions();
		return this.round.as(officer, () -> {
			var opened = meetings.open(officer, new MeetingPlan(this.round.roundId(), this.round.today().atTime(9, 0),
					"二楼会议室", this.round.school().principal().name(), committee()));
			for (var application : meetings.agenda(officer, opened)) {
				decisions.decide(officer, opened.id(), application.id(), 0,
						new Ruling(Outcome.of(application.suggestedTier()), new Votes(6, 0, 0), "与核实情况相符", Set.of()));
			}
			meetings.submit(officer, opened.id(), meetings.one(officer, opened.id()).version());
			return meetings.one(officer, opened.id());
		});
	}

	private List<MeetingPlan.Member> committee() {
		return List.of(new MeetingPlan.Member(AttendeeKind.LEADER, this.round.school().principal().name()),
				new MeetingPlan.Member(AttendeeKind.LEADER, "韩例一"), new MeetingPlan.Member(AttendeeKind.TEACHER, "唐例二"),
				new MeetingPlan.Member(AttendeeKind.TEACHER, "许例三"), new MeetingPlan.Member(AttendeeKind.PARENT, "邓例四"),
				new MeetingPlan.Member(AttendeeKind.PARENT, "曹例五"));
	}

	/**
	 * The officer draws up the notice of those who passed, and the principal approves it.
	 */
	long publish() {
		var id = draftNotice(this.round.today());
		this.round.as(this.round.school().principal(),
				() -> this.round.services().notices().approve(this.round.school().principal(), id));
		return id;
	}

	/** The notice waits for the principal. */
	long draftNotice(LocalDate opensOn) {
		var officer = this.round.school().officer();
		var notices = this.round.services().notices();
		return this.round.as(officer, () -> {
			var drafted = notices.draft(officer, this.round.roundId(), new NoticePlan(opensOn, 5,
					new NoticeContact("学生资助办公室", officer.name().charAt(0) + "老师", "0000-0000001", null, "教学楼一楼意见箱")));
			notices.check(officer, drafted);
			notices.submit(officer, drafted);
			return drafted;
		});
	}

	/**
	 * A parent comes about the first line of the notice; who had no hand in it looks into
	 * it.
	 */
	long object(long notice) {
		var officer = this.round.school().officer();
		var objections = this.round.services().objections();
		var draft = new Draft(notice, 1, Kind.FACTS, Channel.VISIT, "家长反映该户近期收入与公示前核实的情况不符。", null, this.round.today(),
				new Reporter(null, null, null));
		long id = this.round.as(officer, () -> objections.register(officer, draft));
		var examiner = this.round.school().counsellor();
		this.round.as(examiner, () -> objections.examine(examiner, id, null));
		return id;
	}

	/** What was said proves not to be so, and the parent is told. */
	void answer(long objection) {
		var examiner = this.round.school().counsellor();
		var objections = this.round.services().objections();
		this.round.as(examiner, () -> {
			objections.conclude(examiner, objection, new Conclusion(List.of(Means.VISIT, Means.FILES),
					"再次家访并查阅收入材料，与公示前核实的情况一致。", org.nuanyang.objection.Outcome.DISMISSED, Handling.KEEP, null));
			objections.answer(examiner, objection, new Answer(Channel.VISIT, this.round.today(),
					"已再次核实，情况与公示前一致，维持原结果。感谢您的监督。", Satisfaction.MOSTLY, false));
		});
	}

	/** The officer sends the list of those whose notice has ended. */
	long file() {
		return file(null);
	}

	/** As well, with what was put right for those who came back. */
	long file(@Nullable String corrected) {
		var officer = this.round.school().officer();
		return this.round.as(officer,
				() -> this.round.services()
					.filings()
					.send(officer, this.round.roundId(),
							this.round.services().filings().ready(officer, this.round.roundId()).size(), corrected));
	}

	/** The officer looks again at a recognised pupil. */
	long recheck(CaseView application, RecheckOutcome outcome, @Nullable Tier tier, @Nullable EndCause cause,
			String reason) {
		var officer = this.round.school().officer();
		return this.round.as(officer,
				() -> this.round.services()
					.rechecks()
					.propose(officer, application.id(),
							new Finding(outcome, tier, cause, this.round.today(), Term.SPRING, reason, "家访记录，存学生档案")));
	}

	void confirmRecheck(long id) {
		var principal = this.round.school().principal();
		this.round.as(principal, () -> this.round.services().rechecks().confirm(principal, id));
	}

}
