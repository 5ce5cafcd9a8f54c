package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.award.AwardService;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.FundView;
import org.nuanyang.fund.Spending;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeService;
import org.nuanyang.payee.PayeeView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payment batches from the list to the lock, and their re-issues. Each step takes the
 * batch first and finds out whether the same person has already done it: the same click
 * twice does one thing.
 */
@Service
@Transactional(readOnly = true)
public class BatchService {

	/** How the ledger names a batch. */
	static final String SOURCE = "payment_batch";

	private static final long NONE = 0;

	/** Steps that a batch cannot go on without. */
	static final List<BatchAction> WAITING = List.of(BatchAction.CHECK, BatchAction.APPROVE, BatchAction.LOCK,
			BatchAction.ISSUE_FILE, BatchAction.TAKE_RETURN, BatchAction.REISSUE);

	private final BatchRepository batches;

	private final PaymentRepository payments;

	private final BankRepository bank;

	private final PaymentListing listings;

	private final FundService funds;

	private final AwardService awards;

	private final PayeeService payees;

	private final Audit audit;

	private final Clock clock;

	BatchService(BatchRepository batches, PaymentRepository payments, BankRepository bank, PaymentListing listings,
			FundService funds, AwardService awards, PayeeService payees, Audit audit, Clock clock) {
		this.batches = batches;
		this.payments = payments;
		this.bank = bank;
		this.listings = listings;
		this.funds = funds;
		this.awards = awards;
		this.payees = payees;
		this.audit = audit;
		this.clock = clock;
	}

	public List<BatchRow> batches(Actor actor) {
		return this.payments.batches();
	}

	/** How many batches wait for this person's next step. */
	public long waitingFor(Actor actor) {
		return actor.schoolId() == null ? 0 : this.payments.batches()
			.stream()
			.filter((batch) -> WAITING.stream().anyMatch((action) -> action.isFor(actor) && batch.waitsFor(action)))
			.count();
	}

	public BatchView batch(Actor actor, long id) {
		var batch = find(id);
		var fund = this.funds.fund(actor, batch.fundId());
		var rows = this.payments.rows(id);
		var files = this.bank.files(id);
		var strip = BatchStrip.of(rows, files, this.bank.said(id, batch.number()), this.funds.paidLines(SOURCE, id));
		return new BatchView(id, batch.number(), fund.schoolName(), fund.programmeName(), batch.year(), batch.term(),
				batch.status(), batch.rowCount(), batch.total(), fund, original(batch), rows, this.payments.leftOut(id),
				this.payments.steps(id), files, this.bank.returns(id), this.bank.problems(id), strip,
				open(actor, batch));
	}

	private BatchView.@Nullable Link original(PaymentBatch batch) {
		var id = batch.originalId();
		return (id != null) ? new BatchView.Link(id, find(id).number()) : null;
	}

	private static Set<BatchAction> open(Actor actor, PaymentBatch batch) {
		var open = EnumSet.noneOf(BatchAction.class);
		Arrays.stream(BatchAction.values())
			.filter((action) -> action.isOpen(actor, batch.status()))
			.filter((action) -> actor.scope().write().contains(batch.schoolId()))
			.forEach(open::add);
		return open;
	}

	/**
	 * Who would be on a list of the fund and term, and who not, before anything is
	 * written.
	 */
	public Preview preview(Actor actor, long fundId, Term term) {
		var fund = ownFund(actor, fundId);
		var listing = this.listings.listing(actor, fund, term, NONE);
		return new Preview(fund, term, listing.size(), listing.total(), listing.leftOut());
	}

	/** A list before it is written. */
	public record Preview(FundView fund, Term term, int count, Yuan total, List<LeftOut> leftOut) {

		public Yuan shortOf() {
			return this.fund.balance().shortOf(this.total);
		}

	}

	/**
	 * Prepares a batch of everybody who can be paid from the fund in the term.
	 * @param requestKey of the form: the same one again answers with the same batch
	 */
	@Transactional
	public long prepare(Actor actor, long fundId, Term term, UUID requestKey) {
		requireRole(actor, BatchAction.PREPARE);
		var fund = ownFund(actor, fundId);
		this.payments.oneAtATime(fund.schoolId());
		var before = this.batches.findBySchoolIdAndRequestKey(fund.schoolId(), requestKey);
		if (before.isPresent()) {
			return before.get().id();
		}
		var listing = this.listings.listing(actor, fund, term, NONE);
		if (listing.size() == 0) {
			throw new RuleViolation("disbursement.refused.nobody", listing.leftOut().size());
		}
		var number = "FF-%d-%02d".formatted(fund.year().firstYear(),
				this.payments.countOf(fund.schoolId(), fund.year()) + 1);
		var batch = this.batches.saveAndFlush(new PaymentBatch(actor, number, fund, term, requestKey, now()));
		write(actor, batch, listing, BatchAction.PREPARE);
		return batch.id();
	}

	/** Makes the list of a batch that was sent back anew. */
	@Transactional
	public void renew(Actor actor, long id) {
		var batch = take(actor, id, BatchAction.RENEW);
		batch.require(BatchAction.RENEW);
		var originalId = batch.originalId();
		write(actor, batch,
				(originalId != null) ? this.listings.reissue(actor, originalId, batch.number())
						: this.listings.listing(actor, this.funds.fund(actor, batch.fundId()), batch.term(), id),
				BatchAction.RENEW);
	}

	private void write(Actor actor, PaymentBatch batch, PaymentListing.Listing listing, BatchAction action) {
		var accounts = this.payees.accounts(actor, listing.payeeIds(), "batch " + batch.number());
		this.payments.replace(batch, listing.rows(accounts), listing.leftOut());
		batch.list(actor, listing.size(), listing.total());
		this.batches.flush();
		done(actor, batch, action, null, figures(batch));
	}

	/** Finance has checked the list. */
	@Transactional
	public void check(Actor actor, long id, @Nullable String note) {
		var batch = take(actor, id, BatchAction.CHECK);
		if (isDone(actor, batch, BatchAction.CHECK)) {
			return;
		}
		batch.check(actor);
		done(actor, batch, BatchAction.CHECK, note, figures(batch));
	}

	/**
	 * The principal approves: the fund sets the money aside, or it says how much is
	 * missing.
	 */
	@Transactional
	public void approve(Actor actor, long id, @Nullable String note) {
		var batch = take(actor, id, BatchAction.APPROVE);
		if (isDone(actor, batch, BatchAction.APPROVE)) {
			return;
		}
		batch.approve(actor);
		moveMoney(actor, batch, true);
		done(actor, batch, BatchAction.APPROVE, note, figures(batch));
	}

	/** Back to the officer; what was set aside is free again. */
	@Transactional
	public void sendBack(Actor actor, long id, String reason) {
		var batch = take(actor, id, BatchAction.SEND_BACK);
		if (isDone(actor, batch, BatchAction.SEND_BACK)) {
			return;
		}
		batch.require(BatchAction.SEND_BACK);
		if (batch.status().isPromised()) {
			moveMoney(actor, batch, false);
		}
		batch.sendBack();
		done(actor, batch, BatchAction.SEND_BACK, reasoned(reason), null);
	}

	/** Takes every claim and freezes the list, or says which pupils stand in the way. */
	@Transactional
	public void lock(Actor actor, long id) {
		var batch = take(actor, id, BatchAction.LOCK);
		if (isDone(actor, batch, BatchAction.LOCK)) {
			return;
		}
		batch.require(BatchAction.LOCK);
		requireCurrent(actor, batch);
		var refused = this.payments.takeClaims(id);
		refuse("disbursement.refused.claim", batch,
				this.payments.frozen(id).stream().filter((row) -> refused.contains(row.id())).toList());
		batch.lock();
		done(actor, batch, BatchAction.LOCK, null, figures(batch));
	}

	/**
	 * Nobody is paid whose award may not be paid now, or to an account that is no longer
	 * the one in force.
	 */
	private void requireCurrent(Actor actor, PaymentBatch batch) {
		var rows = this.payments.frozen(batch.id());
		var enrolments = rows.stream().map(PaymentRepository.Frozen::enrolmentId).toList();
		if (batch.originalId() == null) {
			var hindered = new HinderedRows(rows,
					this.awards.hindrances(actor, batch.term(), rows.stream().map(HinderedRows::payment).toList()));
			if (!hindered.isEmpty()) {
				throw new RuleViolation("disbursement.refused.hindered", batch.number(), hindered.size(),
						hindered.sentence());
			}
		}
		var accounts = this.payees.confirmedAccounts(enrolments);
		refuse("disbursement.refused.account", batch,
				rows.stream().filter((row) -> !isOf(accounts.get(row.enrolmentId()), row)).toList());
	}

	private static boolean isOf(@Nullable PayeeView payee, PaymentRepository.Frozen row) {
		return payee != null && payee.id() == row.payeeId();
	}

	private static void refuse(String key, PaymentBatch batch, List<PaymentRepository.Frozen> rows) {
		if (!rows.isEmpty()) {
			throw new RuleViolation(key, batch.number(), rows.size(),
					rows.stream().map(PaymentRepository.Frozen::name).collect(Collectors.joining("、")));
		}
	}

	/** Ends a batch whose file has not left; its claims and its money are free again. */
	@Transactional
	public void makeVoid(Actor actor, long id, String reason) {
		var batch = take(actor, id, BatchAction.VOID);
		if (isDone(actor, batch, BatchAction.VOID)) {
			return;
		}
		batch.require(BatchAction.VOID);
		if (batch.status() == BatchStatus.LOCKED) {
			this.payments.releaseClaims(id);
		}
		if (batch.status().isPromised()) {
			moveMoney(actor, batch, false);
		}
		batch.makeVoid();
		done(actor, batch, BatchAction.VOID, reasoned(reason), null);
	}

	/**
	 * Closes a batch whose three sides agree and whose failed rows have all been taken
	 * up.
	 */
	@Transactional
	public void close(Actor actor, long id) {
		var batch = take(actor, id, BatchAction.CLOSE);
		if (isDone(actor, batch, BatchAction.CLOSE)) {
			return;
		}
		batch.require(BatchAction.CLOSE);
		var view = batch(actor, id);
		if (!view.strip().isEven()) {
			throw new RuleViolation("disbursement.refused.uneven", batch.number(),
					view.strip().difference().toString());
		}
		if (!view.open().isEmpty() || !this.funds.promisedFor(SOURCE, id).isZero()) {
			throw new RuleViolation("disbursement.refused.unfinished", batch.number(), view.open().size(),
					view.failed().size());
		}
		batch.close();
		done(actor, batch, BatchAction.CLOSE, null, figures(batch));
	}

	/**
	 * Prepares a re-issue (补发) of the failed rows whose accounts are mended; the sent
	 * rows stay as they are.
	 */
	@Transactional
	public long reissue(Actor actor, long id, UUID requestKey, Yuan total) {
		var original = take(actor, id, BatchAction.REISSUE);
		var before = this.batches.findBySchoolIdAndRequestKey(original.schoolId(), requestKey);
		if (before.isPresent()) {
			return before.get().id();
		}
		original.require(BatchAction.REISSUE);
		this.payments.openReissueOf(id).ifPresent((open) -> {
			throw new RuleViolation("disbursement.refused.reissue-open", find(open).number());
		});
		var listing = this.listings.reissue(actor, id, null);
		if (listing.size() == 0) {
			throw new RuleViolation("disbursement.refused.nobody", listing.leftOut().size());
		}
		if (!listing.total().equals(total)) {
			throw RuleViolation.on("total", "disbursement.refused.total", listing.total().toString());
		}
		var number = original.number() + "-B" + (this.payments.reissuesOf(id) + 1);
		var batch = this.batches.saveAndFlush(new PaymentBatch(actor, number, original, requestKey, now()));
		write(actor, batch, listing, BatchAction.PREPARE);
		done(actor, original, BatchAction.REISSUE, null, number);
		return batch.id();
	}

	/** What a re-issue would hold now. */
	public Preview reissuePreview(Actor actor, long id) {
		var original = find(id);
		var listing = this.listings.reissue(actor, id, null);
		return new Preview(this.funds.fund(actor, original.fundId()), original.term(), listing.size(), listing.total(),
				listing.leftOut());
	}

	/**
	 * Sets money aside for a batch, or frees it. A re-issue takes over what its original
	 * has set aside and not paid, and gives it back.
	 */
	private void moveMoney(Actor actor, PaymentBatch batch, boolean setAside) {
		var originalId = batch.originalId();
		var step = this.payments.steps(batch.id()).size();
		if (originalId == null) {
			bookPromise(actor, batch, batch, setAside, step);
		}
		else {
			var original = find(originalId);
			bookPromise(actor, setAside ? original : batch, batch, false, step);
			bookPromise(actor, setAside ? batch : original, batch, true, step);
		}
	}

	private void bookPromise(Actor actor, PaymentBatch of, PaymentBatch amountOf, boolean setAside, int step) {
		var what = spending(of, amountOf.rowCount(), LocalDate.now(this.clock),
				(setAside ? "promise:" : "release:") + amountOf.id() + ":" + of.id() + ":" + step);
		if (setAside) {
			this.funds.promise(actor, what, amountOf.total());
		}
		else {
			this.funds.release(actor, what, amountOf.total());
		}
	}

	static Spending spending(PaymentBatch batch, int persons, LocalDate on, String eventKey) {
		return new Spending(batch.fundId(), batch.programmeId(), batch.year(), SOURCE, batch.id(), batch.number(),
				persons, on, eventKey);
	}

	/**
	 * Takes the batch for a step of the actor; nobody else moves it until the transaction
	 * ends.
	 */
	PaymentBatch take(Actor actor, long id, BatchAction action) {
		requireRole(actor, action);
		var batch = this.batches.take(id).orElseThrow(() -> new NotFound("batch " + id));
		if (!actor.scope().write().contains(batch.schoolId())) {
			throw new NotFound("batch " + id + " for writing");
		}
		return batch;
	}

	private static void requireRole(Actor actor, BatchAction action) {
		if (!action.isFor(actor)) {
			throw new NotFound(action + " for " + actor.userId());
		}
	}

	/** The last step of the batch is this one, by the same person: a second click. */
	boolean isDone(Actor actor, PaymentBatch batch, BatchAction action) {
		var steps = this.payments.steps(batch.id());
		return !steps.isEmpty() && steps.getLast().action() == action && steps.getLast().byId() == actor.userId()
				&& batch.status() == action.to();
	}

	void done(Actor actor, PaymentBatch batch, BatchAction action, @Nullable String note, @Nullable String figures) {
		this.batches.flush();
		this.payments.step(batch, actor, action, (note == null || note.isBlank()) ? null : note.strip(), figures,
				now());
		this.audit.record(actor, batch.schoolId(), "disbursement." + action.auditName(), SOURCE, batch.id(),
				Map.of("batch", batch.number(), "rows", batch.rowCount(), "total", batch.total().toString()));
	}

	private static String reasoned(String reason) {
		if (reason.isBlank()) {
			throw RuleViolation.on("reason", "disbursement.refused.reason");
		}
		return (reason.strip().length() <= 200) ? reason.strip() : reason.strip().substring(0, 200);
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

	private static String figures(PaymentBatch batch) {
		return batch.rowCount() + " · " + batch.total();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

}
