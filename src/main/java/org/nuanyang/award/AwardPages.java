package org.nuanyang.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.OrgService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One award with its life, and the certificate of what a pupil received. */
@Service
@Transactional(readOnly = true)
class AwardPages {

	private final AwardRecords awards;

	private final AwardHistory history;

	private final AwardChangeService changes;

	private final AwardBoardingService boarding;

	private final Payability payability;

	private final ProgrammeService programmes;

	private final StudentService students;

	private final OrgService orgs;

	private final Audit audit;

	private final Clock clock;

	AwardPages(AwardRecords awards, AwardHistory history, AwardChangeService changes, AwardBoardingService boarding,
			Payability payability, ProgrammeService programmes, StudentService students, OrgService orgs, Audit audit,
			Clock clock) {
		this.awards = awards;
		this.history = history;
		this.changes = changes;
		this.boarding = boarding;
		this.payability = payability;
		this.programmes = programmes;
		this.students = students;
		this.orgs = orgs;
		this.audit = audit;
		this.clock = clock;
	}

	AwardPage open(Actor actor, long id) {
		var award = this.awards.findById(id).orElseThrow(() -> new NotFound("award " + id));
		var pupil = this.students.pupil(actor, award.enrolmentId());
		var now = Term.of(LocalDate.now(this.clock));
		var payment = new PayableAward(id, pupil.id(), pupil.personId(), award.tier(now), award.amount(now));
		var writes = actor.scope().write().contains(award.schoolId());
		return new AwardPage(id, award.applicationId(), pupil, this.programmes.programme(award.programmeId()).name(),
				award.year(), award.tier(), award.annual(), award.status(), award.stoppedFrom(), terms(award),
				hindrance(award, this.payability.hindrances(now, List.of(payment)).get(id)),
				this.history.of(id).stream().map((line) -> line.shownTo(actor)).toList(),
				writes ? AwardAction.buttons(actor, award.status())
					.stream()
					.filter((action) -> action != AwardAction.CHECK_BOARDING)
					.toList() : List.of(),
				(writes && actor.is(Role.OFFICER)) ? this.boarding.change(actor, award).orElse(null) : null,
				this.history.proposal(award.applicationId()).orElse(null), LocalDate.now(this.clock), now);
	}

	/** What has ended asks nothing of anybody any more, whatever became of the pupil. */
	private static @Nullable Hindrance hindrance(Award award, @Nullable Hindrance found) {
		return (found == Hindrance.DIED && !award.status().isLive()) ? Hindrance.ENDED : found;
	}

	private List<AwardPage.TermLine> terms(Award award) {
		var states = this.changes.states(award);
		return Arrays.stream(Term.values())
			.map((term) -> new AwardPage.TermLine(term, award.tier(term), award.amount(term),
					states.getOrDefault(term, TermState.OPEN)))
			.toList();
	}

	/** What a pupil received here, for the next school; printing it is recorded. */
	@Transactional
	Certificate certificate(Actor actor, long enrolmentId) {
		if (!actor.is(Role.OFFICER, Role.PRINCIPAL)) {
			throw new NotFound("certificate of " + enrolmentId);
		}
		var pupil = this.students.pupil(actor, enrolmentId);
		var lines = this.awards.findByEnrolmentIdOrderBySchoolYear(enrolmentId)
			.stream()
			.flatMap((award) -> terms(award).stream()
				.map((term) -> new Certificate.Line(award.year(), this.programmes.programme(award.programmeId()).name(),
						term.tier(), term.term(), term.amount(), term.state())))
			.filter((line) -> line.amount().isPositive())
			.toList();
		if (lines.isEmpty()) {
			throw new RuleViolation("award.refused.nothing-received", pupil.name());
		}
		this.audit.record(actor, pupil.schoolId(), "award.certificate-printed", "enrolment", enrolmentId,
				Map.of("lines", lines.size()));
		return new Certificate(pupil, this.students.classOnPaper(pupil), this.orgs.school(pupil.schoolId()).name(),
				lines, LocalDate.now(this.clock));
	}

	/**
	 * Everything that the page of an award shows.
	 *
	 * @param boarding what a change of boarding asks for, to whom may answer it
	 * @param proposal the change of the case that waits for the principal, or null
	 * @param hindrance why it may not be paid in the term of today
	 */
	record AwardPage(long id, long applicationId, PupilView pupil, String programme, SchoolYear year, Tier tier,
			Yuan annual, AwardStatus status, @Nullable Term stoppedFrom, List<TermLine> terms,
			@Nullable Hindrance hindrance, List<AwardHistory.Line> history, List<AwardAction> buttons,
			AwardBoardingService.@Nullable Change boarding, @Nullable Long proposal, LocalDate today, Term now) {

		/** Nothing is paid for the term while the award is stopped. */
		public boolean isStopped(TermLine line) {
			return this.status == AwardStatus.STOPPED && this.stoppedFrom != null
					&& line.term().compareTo(this.stoppedFrom) >= 0 && line.state() == TermState.OPEN;
		}

		/** The terms that a step can begin with: what is paid or locked stays. */
		public List<TermLine> termsFor(AwardAction action) {
			var open = this.terms.stream().filter(TermLine::isOpen).toList();
			return open.isEmpty() ? this.terms : open;
		}

		/** The one a step most likely begins with: that of today, or the next. */
		public Term likely(AwardAction action) {
			var terms = termsFor(action).stream().map(TermLine::term).toList();
			var from = (action == AwardAction.RESUME && this.stoppedFrom != null
					&& this.stoppedFrom.compareTo(this.now) > 0) ? this.stoppedFrom : this.now;
			return terms.stream().filter((term) -> term.compareTo(from) >= 0).findFirst().orElse(terms.getLast());
		}

		/** Whether money was taken back while the award goes on for other terms. */
		public boolean isRecovered() {
			return this.status.isLive() && this.terms.stream().anyMatch((line) -> line.state() == TermState.RECOVERED);
		}

		record TermLine(Term term, Tier tier, Yuan amount, TermState state) {

			boolean isOpen() {
				return this.state == TermState.OPEN && this.amount.isPositive();
			}

		}

	}

	/** 受助情况证明. */
	record Certificate(PupilView pupil, String schoolClass, String school, List<Line> lines, LocalDate day) {

		public Yuan paid() {
			return this.lines.stream()
				.filter((line) -> line.state() == TermState.PAID)
				.map(Line::amount)
				.reduce(Yuan.ZERO, Yuan::plus);
		}

		record Line(SchoolYear year, String programme, Tier tier, Term term, Yuan amount, TermState state) {

		}

	}

}
