package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.fund.FundService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.OrgService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bank files: written once over a locked list, kept as they left, downloaded for a
 * purpose.
 */
@Service
@Transactional(readOnly = true)
public class BankFileService {

	private final BatchSteps steps;

	private final BatchRepository repository;

	private final PaymentRepository payments;

	private final BankRepository bank;

	private final BankFormats formats;

	private final FundService funds;

	private final OrgService orgs;

	private final Audit audit;

	private final Clock clock;

	BankFileService(BatchSteps steps, BatchRepository repository, PaymentRepository payments, BankRepository bank,
			BankFormats formats, FundService funds, OrgService orgs, Audit audit, Clock clock) {
		this.steps = steps;
		this.repository = repository;
		this.payments = payments;
		this.bank = bank;
		this.formats = formats;
		this.funds = funds;
		this.orgs = orgs;
		this.audit = audit;
		this.clock = clock;
	}

	public List<BankFormatView> formats() {
		return this.formats.all();
	}

	/** What is chosen where nobody has chosen yet. */
	String firstFormat() {
		return this.formats.all()
			.stream()
			.findFirst()
			.map(BankFormatView::code)
			.orElseThrow(() -> new RuleViolation("disbursement.format.none"));
	}

	/** Refuses the page of a file that this batch cannot have, or not now. */
	void requireToIssue(Actor actor, long batchId) {
		find(batchId).require(BatchAction.ISSUE_FILE);
	}

	/** Formats in the database that are left out. */
	List<FaultyFormat> faulty() {
		return this.formats.faulty();
	}

	/** What each code of the formats means and asks for. */
	List<CodeTable> codes(Locale locale) {
		return this.formats.all()
			.stream()
			.map((format) -> CodeTable.of(format, this.formats.format(format.code()), locale))
			.toList();
	}

	/**
	 * What to do about the codes of a batch that went out, where its format says more.
	 */
	Map<String, String> advice(long batchId, Locale locale) {
		return this.bank.formatOf(batchId)
			.flatMap(this.formats::usable)
			.map((format) -> CodeTable.advice(format, locale))
			.orElse(Map.of());
	}

	/** What the return of a batch that went out must look like; null before it went. */
	@Nullable ReturnGuide guide(long batchId, Locale locale) {
		return this.bank.formatOf(batchId)
			.flatMap((code) -> this.formats.usable(code).map((format) -> ReturnGuide.of(view(code), format, locale)))
			.orElse(null);
	}

	private BankFormatView view(String code) {
		return this.formats.all().stream().filter((one) -> one.code().equals(code)).findFirst().orElseThrow();
	}

	/** An invented return in the format of the batch. */
	Download sample(Actor actor, long batchId) {
		var batch = find(batchId);
		var code = this.bank.formatOf(batch.id()).orElseThrow(() -> new NotFound("file of batch " + batchId));
		return ReturnGuide.sample(this.formats.format(code), LocalDate.now(this.clock));
	}

	/**
	 * By format, the names on a list that its file could not carry; only where there are
	 * any.
	 */
	Map<BankFormatView, List<BankFileWriter.Unwritable>> unwritable(Actor actor, long batchId) {
		var batch = find(batchId);
		var found = new LinkedHashMap<BankFormatView, List<BankFileWriter.Unwritable>>();
		var rows = batch.status().isSent() ? List.<PaymentRow>of() : this.payments.rareNames(batchId);
		if (!rows.isEmpty()) {
			for (var format : this.formats.all()) {
				var unwritable = writer(actor, batch, this.formats.format(format.code())).unwritable(rows);
				if (!unwritable.isEmpty()) {
					found.put(format, unwritable);
				}
			}
		}
		return found;
	}

	/** A wrong total and a format that is none are said at once, not by a job. */
	void requireIssuable(Actor actor, long batchId, String formatCode, Yuan total) {
		var batch = find(batchId);
		this.formats.format(formatCode);
		PaymentListService.requireTotal(batch.total(), total);
	}

	/** Names that a file of the format could not carry. */
	List<BankFileWriter.Unwritable> unwritable(Actor actor, long batchId, String format) {
		return writer(actor, find(batchId), this.formats.format(format)).unwritable(this.payments.rows(batchId));
	}

	/**
	 * Writes the file or files of a locked batch; from here on nothing of it changes.
	 * @param total as typed by the person who issues it
	 * @return what is told: whoever asks a second time hears which file there is
	 */
	@Transactional
	public Flash issue(Actor actor, long batchId, String formatCode, Yuan total) {
		return issue(actor, batchId, formatCode, total, (done) -> {
		});
	}

	@Transactional
	Flash issue(Actor actor, long batchId, String formatCode, Yuan total, IntConsumer progress) {
		var batch = this.steps.take(actor, batchId, BatchAction.ISSUE_FILE);
		if (this.steps.isDone(actor, batch, BatchAction.ISSUE_FILE)) {
			return new Flash("disbursement.flash.issued-before",
					this.bank.formatOf(batchId).map((code) -> view(code).name()).orElseThrow());
		}
		batch.require(BatchAction.ISSUE_FILE);
		PaymentListService.requireTotal(batch.total(), total);
		var rows = this.payments.rows(batchId);
		var writer = writer(actor, batch, this.formats.format(formatCode));
		refuse("disbursement.refused.unwritable", writer.unwritable(rows));
		progress.accept(rows.size() / 4);
		var accounts = this.payments.accounts(batchId);
		progress.accept(rows.size() / 2);
		refuse("disbursement.refused.too-wide", writer.tooWide(rows, accounts));
		var files = writer.write(rows, accounts);
		files.forEach((file) -> this.bank.file(batch, actor, formatCode, file, OffsetDateTime.now(this.clock)));
		progress.accept(rows.size());
		batch.fileIssued();
		this.steps.done(actor, batch, BatchAction.ISSUE_FILE, null,
				batch.rowCount() + " · " + batch.total() + " · " + files.getFirst().sha256().substring(0, 8));
		return new Flash("disbursement.flash.ISSUE_FILE");
	}

	private static void refuse(String key, List<BankFileWriter.Unwritable> rows) {
		if (!rows.isEmpty()) {
			throw new RuleViolation(key, rows.size(),
					rows.stream().map((row) -> row.name() + " " + row.characters()).collect(Collectors.joining("、")));
		}
	}

	/** The file as it left; the reading is recorded with its purpose. */
	@Transactional
	public Download download(Actor actor, long batchId, long fileId, FilePurpose purpose) {
		var batch = this.steps.take(actor, batchId, BatchAction.ISSUE_FILE);
		var file = this.bank.files(batchId)
			.stream()
			.filter((one) -> one.id() == fileId)
			.findFirst()
			.orElseThrow(() -> new NotFound("bank file " + fileId));
		this.audit.record(actor, batch.schoolId(), "disbursement.file-downloaded", "bank_file", fileId,
				Map.of("batch", batch.number(), "purpose", purpose.name(), "sha256", file.sha256()));
		return new Download(file.fileName(), this.bank.content(batchId, fileId));
	}

	private BankFileWriter writer(Actor actor, PaymentBatch batch, BankFormat format) {
		var fund = this.funds.fund(actor, batch.fundId());
		// On bank statements this is Chinese, whoever prints them.
		var remark = "%s学年%s%s".formatted(batch.year().label().replace('—', '-'),
				(batch.term() == Term.AUTUMN) ? "第一学期" : "第二学期", fund.programmeName());
		return new BankFileWriter(format, batch.number(), BatchReference.of(batch, this.orgs), remark,
				LocalDate.now(this.clock));
	}

	private PaymentBatch find(long id) {
		return this.repository.findById(id).orElseThrow(() -> new NotFound("batch " + id));
	}

	/** A file to be handed out. */
	public record Download(String name, byte[] content) {

	}

}
