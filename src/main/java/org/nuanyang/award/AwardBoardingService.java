package org.nuanyang.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A pupil begins or ends boarding while an award pays: the amount changes from the next
 * term on (money.md 6.2). Where no amount changes, the officer confirms that; where one
 * does, it goes the way of an adjustment, which another person confirms.
 */
@Service
@Transactional(readOnly = true)
public class AwardBoardingService {

	private final AwardRecords awards;

	private final AwardChangeService changes;

	private final ProgrammeService programmes;

	private final StudentService students;

	private final Clock clock;

	AwardBoardingService(AwardRecords awards, AwardChangeService changes, ProgrammeService programmes,
			StudentService students, Clock clock) {
		this.awards = awards;
		this.changes = changes;
		this.programmes = programmes;
		this.students = students;
		this.clock = clock;
	}

	/** What the page of an award says of it; empty while boarding is as it was. */
	Optional<Change> change(Actor actor, Award award) {
		var boards = boards(actor, award);
		if (!award.status().isLive() || award.boarding() == boards) {
			return Optional.empty();
		}
		var next = next(award);
		var later = effect(actor, award, next);
		var now = effect(actor, award, now(award));
		return Optional
			.of(later.isChange() ? new Change(boards, next, later, false) : new Change(boards, now(award), now, true));
	}

	/**
	 * What it would do to the money of a case from a term on; empty while boarding is as
	 * its awards have it.
	 */
	public Optional<MoneyEffect> effect(Actor actor, long applicationId, @Nullable Term from) {
		var differing = differing(actor, this.awards.liveOfCase(applicationId));
		return differing.isEmpty() ? Optional.empty() : Optional
			.of(new MoneyEffect(differing.stream().flatMap((award) -> lines(actor, award, from)).toList()));
	}

	/** It was looked at, and no amount changes from the next term on. */
	@Transactional
	public void check(Actor officer, long awardId, Ground ground) {
		var award = this.changes.open(officer, awardId, AwardAction.CHECK_BOARDING);
		var boards = boards(officer, award);
		if (award.boarding() == boards) {
			throw new RuleViolation("award.refused.boarding-same");
		}
		if (effect(officer, award, next(award)).isChange()) {
			throw new RuleViolation("award.refused.boarding-money");
		}
		award.boards(boards);
		this.changes.done(officer, award, AwardAction.CHECK_BOARDING, ground);
	}

	/** Other amounts for the awards of a case, as a confirmed re-check says. */
	@Transactional
	public void adjust(Actor principal, long applicationId, Ground ground) {
		var differing = differing(principal, this.awards.takeLiveOfCase(applicationId));
		if (differing.isEmpty()) {
			throw new RuleViolation("award.refused.boarding-same");
		}
		differing.forEach((award) -> {
			AwardChangeService.allow(principal, award, AwardAction.REPRICE);
			var boards = boards(principal, award);
			if (hangsOnBoarding(award)) {
				award.reprice(boards, ground.from(), this.changes.perTerm(principal, award, award.tier(), boards),
						AwardChangeService.fixed(this.changes.states(award)));
				this.changes.done(principal, award, AwardAction.REPRICE, ground);
			}
			else {
				award.boards(boards);
				this.changes.done(principal, award, AwardAction.CHECK_BOARDING, ground);
			}
		});
	}

	private List<Award> differing(Actor actor, List<Award> awards) {
		return awards.stream().filter((award) -> award.boarding() != boards(actor, award)).toList();
	}

	private MoneyEffect effect(Actor actor, Award award, @Nullable Term from) {
		return new MoneyEffect(lines(actor, award, from).toList());
	}

	private Stream<MoneyEffect.Line> lines(Actor actor, Award award, @Nullable Term from) {
		if (from == null || !hangsOnBoarding(award)) {
			return this.changes.lines(award, award.amounts());
		}
		var perTerm = this.changes.perTerm(actor, award, award.tier(), boards(actor, award));
		return this.changes.lines(award,
				award.adjusted(from, perTerm, AwardChangeService.fixed(this.changes.states(award))));
	}

	private boolean hangsOnBoarding(Award award) {
		return !this.programmes.programme(award.programmeId()).isByTier();
	}

	private boolean boards(Actor actor, Award award) {
		return this.students.pupil(actor, award.enrolmentId()).boarding();
	}

	/** The first term of the award that has not begun; none in its last, or after it. */
	private @Nullable Term next(Award award) {
		var today = LocalDate.now(this.clock);
		if (today.isBefore(award.year().first())) {
			return Term.AUTUMN;
		}
		return now(award) == Term.AUTUMN ? Term.SPRING : null;
	}

	/** The term of the award that runs today. */
	private @Nullable Term now(Award award) {
		return nowIn(award.year()).orElse(null);
	}

	private Optional<Term> nowIn(SchoolYear year) {
		var today = LocalDate.now(this.clock);
		return SchoolYear.of(today).equals(year) ? Optional.of(Term.of(today)) : Optional.empty();
	}

	/**
	 * What stands to be decided.
	 *
	 * @param boards whether the pupil boards now
	 * @param from the first term whose amount may change; none when the year is over
	 * @param effect what it does to each term from then on
	 * @param running whether only the term that runs could change: it stays unless the
	 * change came before it began
	 */
	record Change(boolean boards, @Nullable Term from, MoneyEffect effect, boolean running) {

		/** Nothing to adjust: the officer confirms that. */
		public boolean isPlain() {
			return this.running || !this.effect.isChange();
		}

		/** The running term could be adjusted, if boarding changed before it began. */
		public boolean isOptional() {
			return this.running && this.effect.isChange();
		}

	}

}
