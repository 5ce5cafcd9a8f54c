package org.nuanyang.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.FamilyTracesReader;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Public notices of recognition: the officer drafts, the program checks for privacy,
 * another person approves, the clock opens and closes.
 */
@Service
@Transactional(readOnly = true)
public class NoticeService {

	private static final int LONGEST_REASON = 200;

	private final NoticeRepository notices;

	private final NoticeLines lines;

	private final NoticeText text;

	private final Candidates candidates;

	private final ApplicationService applications;

	private final NoticePolicy policy;

	private final FamilyTracesReader families;

	private final OrgService schools;

	private final WorkingCalendar calendar;

	private final ObjectProvider<OpenObjections> objections;

	private final Audit audit;

	private final Clock clock;

	NoticeService(NoticeRepository notices, NoticeLines lines, NoticeText text, Candidates candidates,
			ApplicationService applications, NoticePolicy policy, FamilyTracesReader families, OrgService schools,
			WorkingCalendar calendar, ObjectProvider<OpenObjections> objections, Audit audit, Clock clock) {
		this.notices = notices;
		this.lines = lines;
		this.text = text;
		this.candidates = candidates;
		this.applications = applications;
		this.policy = policy;
		this.families = families;
		this.schools = schools;
		this.calendar = calendar;
		this.objections = objections;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Draws up a notice of the round's passed cases; the list itself is taken by the
	 * check. Those who passed for the first time come before those who passed again.
	 */
	@Transactional
	public long draft(Actor officer, long roundId, NoticePlan plan) {
		return draft(officer, roundId, this.candidates.of(officer, roundId, false).isEmpty(), plan);
	}

	/**
	 * @param supplementary of those who came back from an earlier notice and passed again
	 */
	@Transactional
	public long draft(Actor officer, long roundId, boolean supplementary, NoticePlan plan) {
		var round = this.applications.round(officer, roundId);
		refuseSecondDraft(officer, roundId);
		refuseNobody(officer, roundId, supplementary, this.candidates.of(officer, roundId, supplementary));
		var school = this.schools.school(officer.ownSchool());
		var origin = new NoticeOrigin(school.id(), school.name(), roundId, round.year(), supplementary);
		var notice = this.notices.saveAndFlush(
				new Notice(origin, this.text.title(round.year(), supplementary), dates(plan), plan.contact(), officer));
		happened(notice, NoticeAction.EDIT, officer, null, null, Map.of("round", roundId));
		return notice.id();
	}

	private void refuseNobody(Actor officer, long roundId, boolean supplementary, List<CaseView> cases) {
		if (cases.isEmpty()) {
			var held = this.candidates.held(officer, roundId, supplementary);
			throw held.isEmpty() ? new RuleViolation("notice.draft.nobody")
					: new RuleViolation("notice.draft.objected", names(held));
		}
	}

	private static String names(List<CaseView> cases) {
		return cases.stream().map(CaseView::name).collect(Collectors.joining("、"));
	}

	private void refuseSecondDraft(Actor officer, long roundId) {
		this.notices.ofRound(officer.ownSchool(), roundId)
			.stream()
			.filter((notice) -> notice.status().inTheMaking())
			.findAny()
			.ifPresent((notice) -> {
				throw new RuleViolation("notice.draft.second");
			});
	}

	@Transactional
	public void edit(Actor officer, long id, NoticePlan plan) {
		var notice = own(officer, id);
		notice.edit(dates(plan), plan.contact(), officer);
		this.lines.clear(notice);
		happened(notice, NoticeAction.EDIT, officer, null, null, Map.of());
	}

	private NoticeDates dates(NoticePlan plan) {
		if (plan.opensOn().isBefore(today())) {
			throw RuleViolation.on("opensOn", "notice.opens.past");
		}
		return NoticeDates.of(plan.opensOn(), plan.workingDays(), this.calendar);
	}

	/**
	 * Takes the list of the passed cases and looks through all that would be shown. With
	 * a finding nothing is stored and the notice stays a draft.
	 */
	@Transactional
	public List<PrivacyFinding> check(Actor officer, long id) {
		var notice = own(officer, id);
		var cases = this.candidates.of(officer, notice.roundId(), notice.supplementary());
		refuseNobody(officer, notice.roundId(), notice.supplementary(), cases);
		var tierShown = this.policy.tierShown(this.applications.programmes(notice.roundId()));
		var rows = rows(cases, tierShown);
		var findings = PrivacyCheck.of(notice.contact(), rows, words(notice, cases));
		if (findings.isEmpty()) {
			notice.check(this.text.body(rows.size(), notice.supplementary()), rows.size(), tierShown, officer);
			this.lines.take(notice, rows, cases.stream().map(CaseView::id).toList());
			happened(notice, NoticeAction.CHECK, officer, null, null, Map.of("people", rows.size()));
		}
		return findings;
	}

	private FreeWords words(Notice notice, List<CaseView> cases) {
		return new FreeWords(new KnownFamilies(this.families.of(cases.stream().map(CaseView::enrolmentId).toList())),
				List.of(notice.schoolName()));
	}

	/** Everything of a case that a notice may show, and nothing else of it. */
	private static List<NoticeRow> rows(List<CaseView> cases, boolean tierShown) {
		var rows = new ArrayList<NoticeRow>();
		for (var aCase : cases) {
			rows.add(new NoticeRow(rows.size() + 1, rows.size() + 1, aCase.name(), aCase.gradeName(), aCase.className(),
					tierShown ? aCase.decidedTier() : null));
		}
		return rows;
	}

	@Transactional
	public void submit(Actor officer, long id) {
		var notice = own(officer, id);
		notice.submit(officer);
		happened(notice, NoticeAction.SUBMIT, officer, null, null, Map.of());
	}

	@Transactional
	public void sendBack(Actor principal, long id, @Nullable String reason) {
		var notice = own(principal, id);
		notice.sendBack(principal);
		this.lines.clear(notice);
		happened(notice, NoticeAction.SEND_BACK, principal, reason(reason), null, Map.of());
	}

	/** Publishes: the cases go on notice, text and list are frozen and hashed. */
	@Transactional
	public void approve(Actor principal, long id) {
		var notice = own(principal, id);
		if (this.lines.madeBy(id, principal.userId())) {
			throw new RuleViolation("notice.approve.own");
		}
		if (notice.status() == NoticeStatus.PUBLISHED) {
			throw new RuleViolation("notice.approve.published");
		}
		var rows = this.lines.standing(id);
		refuseChanged(principal, notice, rows);
		notice.keepDates(dates(notice.plan()));
		this.lines.lockNumbers(notice.schoolId());
		var year = today().getYear();
		notice.approve(year, this.notices.nextNumber(notice.schoolId(), year), principal, this.clock.instant());
		this.notices.saveAndFlush(notice);
		this.applications.putOnNotice(principal, this.lines.applications(id));
		happened(notice, NoticeAction.APPROVE, principal, null, this.text.whole(notice, rows),
				Map.of("people", rows.size(), "opens", notice.dates().opensOn().toString(), "closes",
						notice.dates().closesOn().toString()));
	}

	/**
	 * What is published is what was checked and what the committee decided, to the
	 * letter.
	 */
	private void refuseChanged(Actor principal, Notice notice, List<NoticeRow> rows) {
		var listed = this.lines.applications(notice.id());
		var objected = this.candidates.held(principal, notice.roundId(), notice.supplementary())
			.stream()
			.filter((aCase) -> listed.contains(aCase.id()))
			.toList();
		if (!objected.isEmpty()) {
			throw new RuleViolation("notice.approve.objected", names(objected));
		}
		var now = this.candidates.of(principal, notice.roundId(), notice.supplementary())
			.stream()
			.filter((aCase) -> listed.contains(aCase.id()))
			.toList();
		if (!rows(now, notice.tierShown()).equals(rows)) {
			throw new RuleViolation("notice.approve.changed");
		}
		if (!PrivacyCheck.of(notice.contact(), rows, words(notice, now)).isEmpty()) {
			throw new RuleViolation("notice.approve.unclean");
		}
	}

	/** Takes the notice down before its end; its cases may go on a new one. */
	@Transactional
	public void withdraw(Actor actor, long id, @Nullable String reason) {
		var notice = own(actor, id);
		var demanded = this.objections.stream().anyMatch((source) -> source.demandAnew(id)) && this.lines.isUnfiled(id);
		notice.withdraw(actor, demanded, today(), this.clock.instant());
		this.notices.saveAndFlush(notice);
		this.applications.takeOffNotice(actor, this.lines.applications(id));
		this.lines.release(id);
		happened(notice, NoticeAction.WITHDRAW, actor, reason(reason), null, Map.of());
	}

	/**
	 * An objection to the case was upheld: it leaves the notice it stands on and, once it
	 * has passed again, goes on a new one alone.
	 */
	@Transactional
	public void takeOut(Actor actor, long applicationId) {
		this.lines.takeOut(applicationId)
			.ifPresent((id) -> this.audit.record(actor, own(actor, id).schoolId(), "notice.line-taken-out", "notice",
					id, Map.of("application", applicationId)));
	}

	private static String reason(@Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw RuleViolation.on("reason", "notice.reason.missing");
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "notice.reason.long", LONGEST_REASON);
		}
		return reason.strip();
	}

	private void happened(Notice notice, NoticeAction action, Actor actor, @Nullable String remark,
			@Nullable String published, Map<String, ?> details) {
		this.lines.happened(notice, action, actor, remark, published);
		this.audit.record(actor, notice.schoolId(), "notice." + action.recorded(), "notice", notice.id(), details);
	}

	/**
	 * The cases of a round that may be filed: their notice stood to its end and no
	 * objection is open.
	 */
	public List<CaseView> concluded(Actor actor, long roundId) {
		var round = this.applications.round(actor, roundId);
		var ended = new HashSet<>(this.lines.ended(round.schoolId(), roundId, today()));
		this.objections.forEach((source) -> ended.removeAll(source.cases(roundId)));
		return this.applications.cases(actor, roundId, Set.of(ApplicationStatus.ON_NOTICE))
			.stream()
			.filter((aCase) -> ended.contains(aCase.id()))
			.toList();
	}

	private Notice own(Actor actor, long id) {
		return this.notices.findById(id)
			.filter((notice) -> actor.scope().read().contains(notice.schoolId()))
			.orElseThrow(() -> new NotFound("notice " + id));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
