package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.award.AwardService;
import org.nuanyang.award.Hindrance;
import org.nuanyang.award.PayableAward;
import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeService;
import org.nuanyang.payee.PayeeView;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Component;

/** Decides who goes on a payment list and who is left out, with the reason. */
@Component
class PaymentListing {

	private final AwardService awards;

	private final StudentService students;

	private final PayeeService payees;

	private final PaymentRepository payments;

	private final BatchQueries batches;

	private final ClaimRepository claims;

	private final BankRepository bank;

	PaymentListing(AwardService awards, StudentService students, PayeeService payees, PaymentRepository payments,
			BatchQueries batches, ClaimRepository claims, BankRepository bank) {
		this.awards = awards;
		this.students = students;
		this.payees = payees;
		this.payments = payments;
		this.batches = batches;
		this.claims = claims;
		this.bank = bank;
	}

	/** Who would be paid from the fund in the term, in the order of classes and names. */
	Listing listing(Actor actor, FundView fund, Term term, Payout payout, long exceptBatch) {
		return listing(actor, fund, term, payout, exceptBatch, (looked) -> {
		});
	}

	/**
	 * Likewise, of thousands: it takes longer than to write them.
	 * @param progress told how far it is, up to half of them
	 */
	Listing listing(Actor actor, FundView fund, Term term, Payout payout, long exceptBatch, IntConsumer progress) {
		var payable = this.awards.payable(actor, fund.schoolId(), fund.programmeId(), fund.year(), term)
			.stream()
			.collect(Collectors.toMap(PayableAward::enrolmentId, Function.identity(), (first, second) -> first));
		progress.accept(payable.size() / 8);
		var pupils = this.students.pupils(actor, payable.keySet());
		progress.accept(payable.size() / 4);
		var accounts = this.payees.confirmedAccounts(payable.keySet());
		progress.accept(payable.size() * 3 / 8);
		var persons = pupils.stream().map(PupilView::personId).toList();
		var taken = this.claims.taken(fund.programmeId(), fund.year(), term, persons);
		var listed = this.batches.listed(fund.schoolId(), fund.programmeId(), fund.year(), term, exceptBatch);
		var hindrances = this.awards.hindrances(actor, term, payable.values());
		progress.accept(payable.size() / 2);
		var listing = new Listing(payout, new ArrayList<>(), new ArrayList<>());
		for (var pupil : pupils) {
			var award = payable.get(pupil.id());
			var other = listed.get(pupil.personId());
			if (award == null || (other != null && !other.isDraft())) {
				// Locked or paid by an own batch already: nothing to explain.
				continue;
			}
			var hindrance = hindrances.get(award.awardId());
			if (hindrance != null && other == null) {
				listing.hinder(pupil, award, hindrance);
				continue;
			}
			listing.add(pupil, award, accounts.get(pupil.id()), other, taken.contains(pupil.personId()));
		}
		return listing;
	}

	/**
	 * The failed rows of a batch that can be paid again now, and those that cannot yet.
	 * @param own number of the re-issue whose list is made anew, or null for a new one
	 */
	Listing reissue(Actor actor, long originalId, Term term, Payout payout, @Nullable String own) {
		var failed = this.payments.rows(originalId)
			.stream()
			.filter((row) -> row.isOwed()
					|| (row.isFailed() && row.reissuedIn() != null && row.reissuedIn().equals(own)))
			.collect(Collectors.toMap(PaymentRow::id, Function.identity()));
		var frozen = this.payments.frozen(originalId).stream().filter((row) -> failed.containsKey(row.id())).toList();
		var enrolments = frozen.stream().map(PaymentRepository.Frozen::enrolmentId).toList();
		var pupils = this.students.pupils(actor, enrolments)
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		var accounts = this.payees.confirmedAccounts(enrolments);
		var hindrances = this.awards.hindrancesAgain(actor, term, frozen.stream().map(HinderedRows::payment).toList());
		// A row that the bank has meanwhile called paid is not paid again before somebody
		// knows.
		var doubted = this.bank.doubts(originalId).stream().map(ProblemRow::rowKey).collect(Collectors.toSet());
		var listing = new Listing(payout, new ArrayList<>(), new ArrayList<>());
		for (var row : frozen) {
			var pupil = pupils.get(row.enrolmentId());
			var payee = accounts.get(row.enrolmentId());
			if (pupil == null) {
				continue;
			}
			var award = HinderedRows.payment(row);
			var again = Objects.requireNonNull(failed.get(row.id()));
			var hindrance = hindrances.get(award.awardId());
			if (doubted.contains(again.rowKey())) {
				listing.leaveOut(pupil, award, LeftOutReason.IN_DOUBT, again.rowKey());
			}
			else if (hindrance != null) {
				listing.hinder(pupil, award, hindrance);
			}
			else {
				listing.again(pupil, award, payee, again);
			}
		}
		return listing;
	}

	/** A payment list about to be written. */
	record Listing(Payout payout, List<Candidate> candidates, List<LeftOut> leftOut) {

		/** As many as one line tells. */
		private static final int NAMED = 20;

		List<String> names() {
			return this.candidates.stream().limit(NAMED).map((candidate) -> candidate.pupil().name()).toList();
		}

		private void add(PupilView pupil, PayableAward award, @Nullable PayeeView payee,
				BatchQueries.@Nullable Listed other, boolean taken) {
			if (other != null) {
				leaveOut(pupil, award, LeftOutReason.IN_ANOTHER_BATCH, other.number());
			}
			else if (taken) {
				leaveOut(pupil, award, LeftOutReason.CLAIMED, null);
			}
			else if (!this.payout.isBank()) {
				this.candidates.add(new Candidate(pupil, award, null, null));
			}
			else if (payee == null) {
				leaveOut(pupil, award, LeftOutReason.NO_ACCOUNT, null);
			}
			else {
				this.candidates.add(new Candidate(pupil, award, payee, null));
			}
		}

		private void hinder(PupilView pupil, PayableAward award, Hindrance hindrance) {
			leaveOut(pupil, award, LeftOutReason.NOT_PAYABLE, hindrance.name());
		}

		private void again(PupilView pupil, PayableAward award, @Nullable PayeeView payee, PaymentRow failed) {
			if (!this.payout.isBank()) {
				this.candidates.add(new Candidate(pupil, award, null, failed.id()));
			}
			else if (payee == null) {
				leaveOut(pupil, award, LeftOutReason.NO_ACCOUNT, null);
			}
			else if (failed.result() != null && failed.result().needsNewAccount() && payee.id() == failed.payeeId()) {
				leaveOut(pupil, award, LeftOutReason.ACCOUNT_NOT_MENDED, null);
			}
			else {
				this.candidates.add(new Candidate(pupil, award, payee, failed.id()));
			}
		}

		private void leaveOut(PupilView pupil, PayableAward award, LeftOutReason reason, @Nullable String detail) {
			this.leftOut.add(new LeftOut(pupil.id(), pupil.name(), pupil.fullClass(), award.amount(), reason, detail));
		}

		int size() {
			return this.candidates.size();
		}

		Yuan total() {
			return this.candidates.stream().map((one) -> one.award().amount()).reduce(Yuan.ZERO, Yuan::plus);
		}

		/** Whom so much money does not reach when it is handed out from the top. */
		Uncovered uncovered(Yuan free, int first) {
			var without = new ArrayList<Uncovered.One>();
			var spent = Yuan.ZERO;
			for (var one : this.candidates) {
				spent = spent.plus(one.award().amount());
				if (spent.isMoreThan(free)) {
					without.add(new Uncovered.One(one.pupil().name(), one.pupil().fullClass(), one.award().amount()));
				}
			}
			return new Uncovered(without.size(), without.stream().limit(first).toList());
		}

		Collection<Long> payeeIds() {
			return this.candidates.stream().map(Candidate::payee).filter(Objects::nonNull).map(PayeeView::id).toList();
		}

		List<ListRow> rows(Map<Long, BankAccount> accounts) {
			return this.candidates.stream()
				.map((one) -> new ListRow(one.pupil(), one.award(), one.payee(), one.account(accounts),
						one.originalRowId()))
				.toList();
		}

	}

	/** Somebody who can be paid, by hand where there is no payee. */
	record Candidate(PupilView pupil, PayableAward award, @Nullable PayeeView payee, @Nullable Long originalRowId) {

		private @Nullable BankAccount account(Map<Long, BankAccount> accounts) {
			return (this.payee != null) ? Objects.requireNonNull(accounts.get(this.payee.id())) : null;
		}

	}

}
