package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.LedgerLine;
import org.nuanyang.fund.LedgerService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.payee.PayeeService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads batches for their pages; long lists come page by page. */
@Service
@Transactional(readOnly = true)
public class BatchPages {

	/** Steps that a batch cannot go on without. */
	static final List<BatchAction> WAITING = List.of(BatchAction.RENEW, BatchAction.CHECK, BatchAction.APPROVE,
			BatchAction.LOCK, BatchAction.ISSUE_FILE, BatchAction.TAKE_RETURN, BatchAction.TAKE_SIGNATURES,
			BatchAction.REISSUE);

	static final int PAGE = 50;

	static final int UNCOVERED = 20;

	private final BatchRepository batches;

	private final BatchQueries queries;

	private final PaymentReader payments;

	private final StepRepository steps;

	private final BankRepository bank;

	private final SignatureRepository signatures;

	private final MoneyBackRepository backs;

	private final ArrivalRepository arrivals;

	private final FundService funds;

	private final LedgerService ledgers;

	private final PayeeService payees;

	private final Clock clock;

	BatchPages(BatchRepository batches, BatchQueries queries, PaymentReader payments, StepRepository steps,
			BankRepository bank, SignatureRepository signatures, MoneyBackRepository backs, ArrivalRepository arrivals,
			FundService funds, LedgerService ledgers, PayeeService payees, Clock clock) {
		this.batches = batches;
		this.queries = queries;
		this.payments = payments;
		this.steps = steps;
		this.bank = bank;
		this.signatures = signatures;
		this.backs = backs;
		this.arrivals = arrivals;
		this.funds = funds;
		this.ledgers = ledgers;
		this.payees = payees;
		this.clock = clock;
	}

	public List<BatchRow> batches(Actor actor) {
		return this.queries.batches();
	}

	/** Those whose next step is this person's to take now. */
	List<BatchRow> waitingFor(Actor actor) {
		var beside = beside(actor);
		return batches(actor).stream()
			.filter((batch) -> beside.contains(batch.id()) || WAITING.stream()
				.anyMatch((action) -> batch.waitsFor(action) && batch.isFor(actor, action)
						&& !(action == BatchAction.REISSUE && isHeld(batch.id()))))
			.toList();
	}

	/** Those of which a row or a line waits for this person. */
	private Set<Long> beside(Actor actor) {
		var found = new HashSet<Long>();
		if (actor.is(Role.FINANCE, Role.PRINCIPAL)) {
			arrivals().stream()
				.filter((one) -> actor.is(Role.PRINCIPAL) || one.as() != Role.FINANCE)
				.forEach((one) -> found.add(one.batchId()));
		}
		for (var whose : List.of(Role.FINANCE, Role.PRINCIPAL)) {
			if (actor.is(whose)) {
				found.addAll(openLines(whose == Role.PRINCIPAL).keySet());
				demands(whose == Role.FINANCE).forEach((one) -> found.add(one.batchId()));
			}
		}
		return found;
	}

	/**
	 * Batches with return lines that stand against them: explained and not yet confirmed
	 * by the principal, or not yet explained.
	 */
	Map<Long, Long> openLines(boolean explained) {
		return this.bank.open(explained);
	}

	/**
	 * Whether every row that is still owed has such a line, so that none is paid again.
	 */
	boolean isHeld(long batchId) {
		var doubted = this.bank.doubts(batchId).stream().map(ProblemRow::rowKey).collect(Collectors.toSet());
		return !doubted.isEmpty() && this.payments.page(batchId, RowFilter.FAILED, 1, Integer.MAX_VALUE)
			.rows()
			.stream()
			.filter(PaymentRow::isOwed)
			.allMatch((row) -> doubted.contains(row.rowKey()));
	}

	/** What the person's school owes of the terms that have begun. */
	List<OwedMoney> owed(Actor actor) {
		return this.queries.owed(actor.ownSchool(), LocalDate.now(this.clock));
	}

	/** Recoveries of false claims that wait for a decision, or for the money. */
	List<MoneyBackRepository.Demand> demands(boolean decided) {
		return this.backs.demands(decided);
	}

	/** Payments that arrived after all and wait for a second person. */
	List<ArrivalRepository.Waiting> arrivals() {
		return this.arrivals.waiting();
	}

	public BatchView batch(Actor actor, long id) {
		var batch = find(id);
		var fund = this.funds.fund(actor, batch.fundId());
		var files = this.bank.files(id);
		var strip = BatchStrip.of(this.payments.listed(id), files, said(batch), this.bank.doubts(id),
				this.funds.paidLines(BatchMoney.SOURCE, id));
		var original = original(batch);
		var isShort = BatchView.shortOf(batch.status(), original != null, fund, batch.total()).isPositive();
		return new BatchView(id, batch.number(), fund.schoolName(), fund.programmeName(), batch.year(), batch.term(),
				batch.status(), batch.payout(), batch.payoutReason(), batch.isReturned(), batch.rowCount(),
				batch.total(), fund, original, this.payments.figures(id),
				isShort ? this.payments.uncovered(id, fund.balance().free(), UNCOVERED) : Uncovered.NOBODY,
				this.payments.leftOut(id, 1, 1).total(), this.steps.steps(id), this.steps.events(id), files,
				this.bank.returns(id), this.signatures.sheet(id).orElse(null), strip, open(actor, batch),
				own(actor, batch));
	}

	/**
	 * The word of the bank or of the signed sheet on each row, more what its documents
	 * say arrived after all, less what they say came back.
	 */
	private Map<String, BankRepository.Said> said(PaymentBatch batch) {
		var said = new HashMap<>(batch.payout().isBank() ? this.bank.said(batch.id(), batch.number())
				: this.signatures.said(batch.id()));
		this.arrivals.confirmed(batch.id())
			.forEach((key, amount) -> said.put(key, new BankRepository.Said(BankResult.PAID, amount)));
		this.backs.cameBack(batch.id())
			.forEach((key, came) -> said.computeIfPresent(key, (row, word) -> new BankRepository.Said(
					came.recovered() ? BankResult.RECOVERED : BankResult.RETURNED, came.amount())));
		return said;
	}

	private BatchView.@Nullable Link original(PaymentBatch batch) {
		var id = batch.originalId();
		return (id != null) ? new BatchView.Link(id, find(id).number()) : null;
	}

	private static Set<BatchAction> open(Actor actor, PaymentBatch batch) {
		var open = EnumSet.noneOf(BatchAction.class);
		Arrays.stream(BatchAction.values())
			.filter((action) -> action.isOpen(actor, batch.status()) && action.fits(batch.payout()))
			.filter((action) -> actor.scope().write().contains(batch.schoolId()))
			.filter((action) -> !batch.isReturned() || (action != BatchAction.CHECK && action != BatchAction.SEND_BACK))
			.forEach(open::add);
		return open;
	}

	private static Map<BatchAction, String> own(Actor actor, PaymentBatch batch) {
		var own = new EnumMap<BatchAction, String>(BatchAction.class);
		for (var action : BatchAction.values()) {
			var refusal = batch.ownRefusal(actor, action);
			if (refusal != null) {
				own.put(action, refusal);
			}
		}
		return own;
	}

	Paged<PaymentRow> rows(Actor actor, long id, RowFilter filter, int page) {
		return this.payments.page(find(id).id(), filter, Math.max(1, page), PAGE);
	}

	/** Every row that failed. */
	Paged<PaymentRow> failed(Actor actor, long id) {
		return this.payments.page(find(id).id(), RowFilter.FAILED, 1, Integer.MAX_VALUE);
	}

	/** What has been done about rows that failed. */
	Mending mending(Paged<PaymentRow> failed) {
		var pupils = failed.rows().stream().map(PaymentRow::enrolmentId).toList();
		var inForce = this.payees.confirmedAccounts(pupils);
		var waiting = this.payees.waitingFor(pupils);
		return new Mending(failed.rows().stream().filter((row) -> {
			var account = inForce.get(row.enrolmentId());
			return account != null && account.id() != row.payeeId();
		}).map(PaymentRow::id).collect(Collectors.toUnmodifiableSet()),
				failed.rows()
					.stream()
					.filter((row) -> waiting.contains(row.enrolmentId()))
					.map(PaymentRow::id)
					.collect(Collectors.toUnmodifiableSet()));
	}

	/** Whose new account waits for a second person, until the file has left. */
	List<String> accountsWaiting(BatchView batch) {
		return (batch.isByHand() || batch.status().isSent() || batch.status() == BatchStatus.VOID) ? List.of()
				: this.payments.accountsWaiting(batch.id());
	}

	Paged<LeftOut> leftOut(Actor actor, long id, int page) {
		return this.payments.leftOut(find(id).id(), Math.max(1, page), PAGE);
	}

	/** Returns of which more than one line answers to nothing on the list. */
	List<UnmatchedLines> unmatched(Actor actor, long id) {
		return this.bank.unmatched(find(id).id(), actor.userId()).stream().filter(UnmatchedLines::isMany).toList();
	}

	Paged<ProblemRow> problems(Actor actor, long id, int page) {
		return this.bank.problems(find(id).id(), Math.max(1, page), PAGE);
	}

	/** The rows of a grade or of a class for their sheet, or of the whole batch. */
	List<PaymentRow> sheet(Actor actor, long id, @Nullable Integer grade, @Nullable Long ofClass) {
		return this.payments.sheet(find(id).id(), grade, ofClass);
	}

	/** The classes of a batch with their sums, in the order of the list. */
	List<ClassSum> classes(Actor actor, long id) {
		return this.payments.classes(find(id).id());
	}

	/** What the ledger has booked for the batch. */
	List<LedgerLine> booked(Actor actor, long id) {
		return this.ledgers.bookedFor(BatchMoney.SOURCE, id, find(id).schoolId());
	}

	private PaymentBatch find(long id) {
		return this.batches.findById(id).orElseThrow(() -> new NotFound("batch " + id));
	}

}
