package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.nuanyang.award.AwardService;
import org.nuanyang.calendar.SchoolTerms;
import org.nuanyang.calendar.TermDates;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeService;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes payment lists: new ones, those that were sent back, and re-issues of what failed.
 */
@Service
@Transactional(readOnly = true)
public class PaymentListService {

	private static final long NONE = 0;

	private static final ListProgress SILENT = (done) -> {
	};

	private final BatchRepository batches;

	private final BatchQueries queries;

	private final PaymentRepository payments;

	private final PaymentListing listings;

	private final BatchSteps steps;

	private final FundService funds;

	private final PayeeService payees;

	private final AwardService awards;

	private final SchoolTerms terms;

	private final Clock clock;

	PaymentListService(BatchRepository batches, BatchQueries queries, PaymentRepository payments,
			PaymentListing listings, BatchSteps steps, FundService funds, PayeeService payees, AwardService awards,
			SchoolTerms terms, Clock clock) {
		this.terms = terms;
		this.batches = batches;
		this.queries = queries;
		this.payments = payments;
		this.listings = listings;
		this.steps = steps;
		this.funds = funds;
		this.payees = payees;
		this.awards = awards;
		this.clock = clock;
	}

	/**
	 * Who would be on a list of the fund and term, and who not, before anything is
	 * written.
	 */
	public ListPreview preview(Actor actor, long fundId, Term term, Payout payout) {
		var fund = ownFund(actor, fundId);
		var listing = this.listings.listing(actor, fund, term, payout, NONE);
		return new ListPreview(fund, term, listing.size(), listing.total(), listing.names(), listing.leftOut(),
				listing.uncovered(fund.balance().free(), BatchPages.UNCOVERED));
	}

	/**
	 * Prepares a batch of everybody who can be paid from the fund in the term.
	 * @param requestKey of the form: the same one again answers with the same batch
	 */
	@Transactional
	public long prepare(Actor actor, long fundId, Term term, UUID requestKey) {
		return prepare(actor, fundId, term, PayoutChoice.BANK, requestKey, SILENT);
	}

	@Transactional
	long prepare(Actor actor, long fundId, Term term, PayoutChoice choice, UUID requestKey) {
		return prepare(actor, fundId, term, choice, requestKey, SILENT);
	}

	@Transactional
	long prepare(Actor actor, long fundId, Term term, PayoutChoice choice, UUID requestKey, ListProgress progress) {
		BatchSteps.requireRole(actor, BatchAction.PREPARE);
		var fund = ownFund(actor, fundId);
		this.queries.oneAtATime(fund.schoolId());
		var before = this.batches.findBySchoolIdAndRequestKey(fund.schoolId(), requestKey);
		if (before.isPresent()) {
			return before.get().id();
		}
		requireBegun(actor, fundId, term);
		var listing = this.listings.listing(actor, fund, term, choice.payout(), NONE, progress);
		if (listing.size() == 0) {
			throw new RuleViolation("disbursement.refused.nobody", listing.leftOut().size());
		}
		var number = "FF-%d-%02d".formatted(fund.year().firstYear(),
				this.queries.countOf(fund.schoolId(), fund.year()) + 1);
		var batch = this.batches.saveAndFlush(
				new PaymentBatch(actor, number, fund, term, choice, requestKey, OffsetDateTime.now(this.clock)));
		write(actor, batch, listing, BatchAction.PREPARE, progress);
		return batch.id();
	}

	/** The day on which the term of a list begins, while it has not; null once it has. */
	@Nullable LocalDate notBefore(Actor actor, long fundId, Term term) {
		var first = firstDay(ownFund(actor, fundId).year(), term);
		return LocalDate.now(this.clock).isBefore(first) ? first : null;
	}

	/** Where the county has set no dates: the first month of the term. */
	private LocalDate firstDay(SchoolYear year, Term term) {
		return this.terms.dates(year, term)
			.map(TermDates::first)
			.orElseGet(() -> (term == Term.AUTUMN) ? LocalDate.of(year.firstYear(), 9, 1)
					: LocalDate.of(year.firstYear() + 1, 2, 1));
	}

	/** The day by which a batch is to have arrived: two months into its term (R13). */
	LocalDate due(BatchView batch) {
		return this.queries.due(batch.year(), batch.term());
	}

	/** Nobody knows before a term who will be at the school. */
	void requireBegun(Actor actor, long fundId, Term term) {
		var first = notBefore(actor, fundId, term);
		if (first != null) {
			throw new RuleViolation("disbursement.refused.early", ownFund(actor, fundId).year().label(),
					new DefaultMessageSourceResolvable("disbursement.term." + term), first.toString());
		}
	}

	/** How many rows a list would have at most: what decides whether it becomes a job. */
	int expected(Actor actor, long fundId, Term term) {
		var fund = ownFund(actor, fundId);
		return this.awards.payable(actor, fund.schoolId(), fund.programmeId(), fund.year(), term).size();
	}

	/** Makes the list of a batch that was sent back anew. */
	@Transactional
	public void renew(Actor actor, long id) {
		renew(actor, id, SILENT);
	}

	@Transactional
	void renew(Actor actor, long id, ListProgress progress) {
		var batch = this.steps.take(actor, id, BatchAction.RENEW);
		batch.require(BatchAction.RENEW);
		var originalId = batch.originalId();
		write(actor, batch, (originalId != null)
				? this.listings.reissue(actor, originalId, batch.term(), batch.payout(), batch.number()) : this.listings
					.listing(actor, this.funds.fund(actor, batch.fundId()), batch.term(), batch.payout(), id, progress),
				BatchAction.RENEW, progress);
	}

	private void write(Actor actor, PaymentBatch batch, PaymentListing.Listing listing, BatchAction action,
			ListProgress progress) {
		var accounts = this.payees.accounts(actor, listing.payeeIds(), "batch " + batch.number());
		var size = listing.size();
		progress.listed(size, listing.leftOut().size());
		this.payments.replace(batch, listing.rows(accounts), listing.leftOut(),
				(written) -> progress.accept((size + written) / 2));
		batch.list(actor, listing.size(), listing.total());
		this.batches.flush();
		this.steps.done(actor, batch, action, null, BatchSteps.figures(batch));
	}

	/**
	 * Prepares a re-issue (补发) of the failed rows whose accounts are mended; the sent
	 * rows stay as they are.
	 */
	@Transactional
	public long reissue(Actor actor, long id, UUID requestKey, Yuan total) {
		return reissue(actor, id, requestKey, total, PayoutChoice.BANK, SILENT);
	}

	@Transactional
	long reissue(Actor actor, long id, UUID requestKey, Yuan total, PayoutChoice choice) {
		return reissue(actor, id, requestKey, total, choice, SILENT);
	}

	@Transactional
	long reissue(Actor actor, long id, UUID requestKey, Yuan total, PayoutChoice choice, ListProgress progress) {
		var original = this.steps.take(actor, id, BatchAction.REISSUE);
		var before = this.batches.findBySchoolIdAndRequestKey(original.schoolId(), requestKey);
		if (before.isPresent()) {
			return before.get().id();
		}
		original.require(BatchAction.REISSUE);
		this.queries.openReissueOf(id).ifPresent((open) -> {
			throw new RuleViolation("disbursement.refused.reissue-open", find(open).number());
		});
		var listing = this.listings.reissue(actor, id, original.term(), choice.payout(), null);
		if (listing.size() == 0) {
			throw new RuleViolation("disbursement.refused.nobody", listing.leftOut().size());
		}
		requireTotal(listing.total(), total);
		var number = this.queries.nextReissue(original.schoolId(), original.number());
		var batch = this.batches.saveAndFlush(
				new PaymentBatch(actor, number, original, choice, requestKey, OffsetDateTime.now(this.clock)));
		write(actor, batch, listing, BatchAction.PREPARE, progress);
		this.steps.done(actor, original, BatchAction.REISSUE, null, number);
		return batch.id();
	}

	/** What was typed is what is on the list. */
	static void requireTotal(Yuan listed, Yuan typed) {
		if (!listed.equals(typed)) {
			throw RuleViolation.on("total", "disbursement.refused.total", listed.toString());
		}
	}

	/** What a re-issue would hold now. */
	public ListPreview reissuePreview(Actor actor, long id, Payout payout) {
		var original = find(id);
		var listing = this.listings.reissue(actor, id, original.term(), payout, null);
		return new ListPreview(this.funds.fund(actor, original.fundId()), original.term(), listing.size(),
				listing.total(), listing.names(), listing.leftOut(), Uncovered.NOBODY);
	}

	private FundView ownFund(Actor actor, long fundId) {
		var fund = this.funds.fund(actor, fundId);
		if (fund.schoolId() != actor.ownSchool()) {
			throw new NotFound("fund " + fundId);
		}
		return fund;
	}

	private PaymentBatch find(long id) {
		return this.batches.findById(id).orElseThrow(() -> new NotFound("batch " + id));
	}

}
