package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Funds of a school and their ledger. Money comes in by receipt, is promised when a batch
 * is approved, and leaves when the bank has paid; every balance is derived from the
 * postings, and the database refuses what this service would not do.
 */
@Service
@Transactional(readOnly = true)
public class FundService {

	/** Key of the refusal of a promise for which there is not enough. */
	public static final String SHORT = "fund.short";

	static final String RECEIPT = "fund_receipt";

	/** A slip of the pen rather than a grant: larger sums do not reach one school. */
	private static final Yuan HIGHEST = Yuan.of("99999999.99");

	private final FundRepository funds;

	private final ProgrammeService programmes;

	private final Audit audit;

	private final Clock clock;

	FundService(FundRepository funds, ProgrammeService programmes, Audit audit, Clock clock) {
		this.funds = funds;
		this.programmes = programmes;
		this.audit = audit;
		this.clock = clock;
	}

	public List<FundView> funds(Actor actor) {
		return this.funds.funds();
	}

	public FundView fund(Actor actor, long id) {
		return this.funds.find(id).orElseThrow(() -> new NotFound("fund " + id));
	}

	/** The funds that may pay a programme in a school year. */
	public List<FundView> forPurpose(Actor actor, long schoolId, long programmeId, SchoolYear year) {
		return this.funds.forPurpose(schoolId, programmeId, year);
	}

	public List<ReceiptRow> receipts(Actor actor, long fundId) {
		return this.funds.receipts(fund(actor, fundId).id());
	}

	ReceiptPage receipt(Actor actor, long receiptId) {
		var row = this.funds.receipt(receiptId).orElseThrow(() -> new NotFound("receipt " + receiptId));
		return new ReceiptPage(fund(actor, row.fundId()), row);
	}

	/** What the ledger says was paid for each row of a source; line 0 for none. */
	public List<PaidLine> paidLines(String sourceType, long sourceId) {
		return this.funds.paidLines(sourceType, sourceId);
	}

	/** What is promised for a source and not yet paid. */
	public Yuan promisedFor(String sourceType, long sourceId) {
		return this.funds.promisedFor(sourceType, sourceId);
	}

	/** Opens a fund account for one purpose. */
	@Transactional
	public long open(Actor actor, String name, FundSource source, long programmeId, SchoolYear year) {
		var school = actor.ownSchool();
		var programme = this.programmes.programme(programmeId);
		if (this.funds.nameTaken(school, name.strip())) {
			throw RuleViolation.on("name", "fund.name.taken", name.strip());
		}
		var id = this.funds.open(actor, school, name.strip(), source, programme.id(), year, now());
		this.audit.record(actor, school, "fund.opened", "fund", id,
				Map.of("source", source.name(), "programme", programme.code(), "year", year.firstYear()));
		return id;
	}

	/**
	 * Books money that came in.
	 * @return the id of the receipt
	 */
	@Transactional
	public long receive(Actor actor, long fundId, String documentNo, LocalDate on, Yuan amount,
			@Nullable String payer) {
		var fund = fund(actor, fundId);
		var document = documentNo.strip();
		checkReceipt(fund, document, on, amount);
		var attempt = this.funds.documentReversed(fundId, document) + 1;
		var what = new Spending(fundId, fund.programmeId(), fund.year(), RECEIPT, fundId, document, 0, on,
				(attempt == 1) ? "receipt:" + document : "receipt-again:" + attempt + ":" + document);
		var entry = this.funds.enter(actor, fund.schoolId(), EntryKind.RECEIPT, what, false, amount, now());
		this.funds.post(fund.schoolId(), fundId, entry, EntryKind.RECEIPT, amount);
		var id = this.funds.receipt(actor, fund.schoolId(), fundId, entry, document, attempt, on, amount,
				blankToNull(payer), now());
		this.audit.record(actor, fund.schoolId(), "fund.received", "fund", fundId,
				Map.of("receipt", id, "document", document, "amount", amount.toString()));
		return id;
	}

	private void checkReceipt(FundView fund, String document, LocalDate on, Yuan amount) {
		if (!amount.isPositive() || amount.isMoreThan(HIGHEST)) {
			throw RuleViolation.on("amount", "fund.receipt.amount", HIGHEST.toString());
		}
		if (on.isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("receivedOn", "fund.receipt.future");
		}
		var earliest = fund.year().first().minusYears(1);
		if (on.isBefore(earliest)) {
			throw RuleViolation.on("receivedOn", "fund.receipt.early", earliest.toString(), fund.year().label());
		}
		if (this.funds.documentEntered(fund.id(), document)) {
			throw RuleViolation.on("documentNo", "fund.receipt.once", document, fund.name());
		}
	}

	/**
	 * Sets free money aside for an approved batch.
	 * @throws RuleViolation {@code fund.short}, with the missing amount, if the fund has
	 * not enough free
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void promise(Actor actor, Spending what, Yuan amount) {
		var fund = purposeOf(actor, what);
		var entry = this.funds.enter(actor, fund.schoolId(), EntryKind.PROMISE, what, true, amount, now());
		// The voucher above holds the fund, so nobody can spend what is read here.
		var balance = fund(actor, fund.id()).balance();
		if (balance.shortOf(amount).isPositive()) {
			throw new RuleViolation(SHORT, fund.name(), balance.free().toString(), amount.toString(),
					balance.shortOf(amount).toString());
		}
		this.funds.post(fund.schoolId(), fund.id(), entry, EntryKind.PROMISE, amount);
		this.audit.record(actor, fund.schoolId(), "fund.promised", "fund", fund.id(),
				Map.of("for", what.reference(), "amount", amount.toString()));
	}

	/** Frees what was promised for a source. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void release(Actor actor, Spending what, Yuan amount) {
		var fund = purposeOf(actor, what);
		var entry = this.funds.enter(actor, fund.schoolId(), EntryKind.RELEASE, what, true, amount, now());
		this.funds.post(fund.schoolId(), fund.id(), entry, EntryKind.RELEASE, amount);
		this.audit.record(actor, fund.schoolId(), "fund.released", "fund", fund.id(),
				Map.of("for", what.reference(), "amount", amount.toString()));
	}

	/** Books what the bank has paid out of what was promised, row by row. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void pay(Actor actor, Spending what, Collection<PaidLine> lines) {
		var fund = purposeOf(actor, what);
		var total = lines.stream().map(PaidLine::amount).reduce(Yuan.ZERO, Yuan::plus);
		var entry = this.funds.enter(actor, fund.schoolId(), EntryKind.PAYMENT, what, true, total, now());
		this.funds.postLines(fund.schoolId(), fund.id(), entry, EntryKind.PAYMENT, lines, total);
		this.audit.record(actor, fund.schoolId(), "fund.paid", "fund", fund.id(),
				Map.of("for", what.reference(), "amount", total.toString(), "rows", lines.size()));
	}

	private FundView purposeOf(Actor actor, Spending what) {
		var fund = fund(actor, what.fundId());
		if (fund.programmeId() != what.programmeId() || !Objects.equals(fund.year(), what.year())) {
			throw new RuleViolation("fund.purpose", fund.name(), fund.programmeName(), fund.year().label());
		}
		return fund;
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
