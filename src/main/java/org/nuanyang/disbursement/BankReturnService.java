package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.PaidLine;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bank returns (回盘): taken once, kept as they came, matched by batch and row. Outcomes
 * are appended and what was paid is booked in the same transaction.
 */
@Service
@Transactional(readOnly = true)
public class BankReturnService {

	private final BatchSteps steps;

	private final PaymentRepository payments;

	private final PaymentReader reader;

	private final BankRepository bank;

	private final MoneyBackRepository backRows;

	private final MoneyBackService backs;

	private final BankFormats formats;

	private final FundService funds;

	private final OrgService orgs;

	private final Clock clock;

	BankReturnService(BatchSteps steps, PaymentRepository payments, PaymentReader reader, BankRepository bank,
			MoneyBackRepository backRows, MoneyBackService backs, BankFormats formats, FundService funds,
			OrgService orgs, Clock clock) {
		this.steps = steps;
		this.payments = payments;
		this.reader = reader;
		this.bank = bank;
		this.backRows = backRows;
		this.backs = backs;
		this.formats = formats;
		this.funds = funds;
		this.orgs = orgs;
		this.clock = clock;
	}

	/** Takes a return; the same bytes again change nothing and say so. */
	@Transactional
	public Taken take(Actor actor, long batchId, String fileName, byte[] content) {
		return take(actor, batchId, fileName, content, (done) -> {
		});
	}

	@Transactional
	Taken take(Actor actor, long batchId, String fileName, byte[] content, IntConsumer progress) {
		var batch = this.steps.take(actor, batchId, BatchAction.TAKE_RETURN);
		var sha256 = BankFile.sha256(content);
		if (this.bank.returnWith(batchId, sha256).isPresent()) {
			return new Taken(true, 0, 0, 0, 0, 0);
		}
		batch.require(BatchAction.TAKE_RETURN);
		var format = this.formats.format(this.bank.formatOf(batchId).orElseThrow());
		var match = new ReturnMatch(batch, BatchReference.of(batch, this.orgs), this.payments.rows(batchId),
				this.backRows.demanded(batchId), LocalDate.now(this.clock));
		var lines = match.matched(ReturnTable.read(format, content));
		if (lines.stream()
			.allMatch((line) -> line.problem() == ReturnProblem.OTHER_BATCH
					|| line.problem() == ReturnProblem.UNREADABLE)) {
			var today = LocalDate.now(this.clock);
			lines.stream()
				.map(ReturnLine::on)
				.filter((on) -> on != null && on.isAfter(today))
				.findFirst()
				.ifPresent((on) -> {
					throw new RuleViolation("disbursement.return.future", String.valueOf(on), batch.number());
				});
			throw new RuleViolation("disbursement.return.nothing", batch.number());
		}
		var id = this.bank.take(batch, actor, cleanName(fileName), sha256, content, now());
		this.bank.lines(batch, id, lines);
		var outcomes = outcomes(lines, match);
		this.payments.outcomes(batch, id, actor, outcomes, now(), progress);
		var paid = book(actor, batch, id, outcomes);
		var sentBack = match.sentBack(lines, paid);
		var back = sentBack(actor, batch, cleanName(fileName), id, sentBack);
		var after = this.reader.figures(batchId);
		batch.answered(after.paid(), after.failed());
		var problems = (int) lines.stream().filter((line) -> line.problem() != null).count();
		var failed = outcomes.size() - paid.size() + back;
		this.steps.done(actor, batch, BatchAction.TAKE_RETURN, null, paid.size() + " · " + failed + " · " + problems);
		return new Taken(false, paid.size(), failed, problems, after.open(), match.known(lines, sentBack));
	}

	/** What was paid, here or before, and now is said to have been sent back. */
	private int sentBack(Actor actor, PaymentBatch batch, String fileName, long returnId,
			List<ReturnMatch.SentBack> lines) {
		for (var back : lines) {
			var said = Objects.requireNonNullElseGet(back.line().on(), () -> LocalDate.now(this.clock));
			var paid = back.row().settledOn();
			var document = Names.tail(fileName + " : " + back.line().lineNo(), 60);
			var words = Objects.requireNonNullElse(back.line().message(), back.line().code());
			this.backs.sentBack(actor, batch, back.row(),
					new MoneyBackForm(document, (paid != null && said.isBefore(paid)) ? paid : said, words),
					new MoneyBackRepository.Source(returnId, back.line().code()));
		}
		return lines.size();
	}

	/**
	 * What a return brought.
	 *
	 * @param known lines that say again what was known of their row
	 */
	public record Taken(boolean before, int paid, int failed, int problems, int open, int known) {

		/** The same in words. */
		Flash told() {
			if (this.before) {
				return new Flash("disbursement.flash.again");
			}
			return isKnown() ? new Flash("disbursement.flash.known", this.known, this.open) : new Flash(
					"disbursement.flash.TAKE_RETURN", this.paid, this.failed, this.problems, this.open, this.known);
		}

		/** Whether it says again what was known, and nothing else. */
		private boolean isKnown() {
			return this.known > 0 && this.paid + this.failed + this.problems == 0;
		}

	}

	private List<Outcome> outcomes(List<ReturnLine> lines, ReturnMatch match) {
		var outcomes = new HashMap<String, Outcome>();
		for (var line : lines) {
			var row = match.row(line.rowKey());
			var result = line.result();
			// Said before, said twice, or still under way: nothing new to record.
			if (line.problem() != null || row == null || result == null || row.result() != null || result.isPending()) {
				continue;
			}
			outcomes.putIfAbsent(line.rowKey(), new Outcome(row.id(), line.code(), result, line.message(), row.amount(),
					Objects.requireNonNullElseGet(line.on(), () -> LocalDate.now(this.clock))));
		}
		return List.copyOf(outcomes.values());
	}

	private Set<Long> book(Actor actor, PaymentBatch batch, long returnId, List<Outcome> outcomes) {
		var paid = outcomes.stream()
			.filter((outcome) -> outcome.result().isPaid())
			.map((outcome) -> new PaidLine(outcome.rowId(), outcome.amount()))
			.toList();
		if (!paid.isEmpty()) {
			this.funds.pay(actor,
					BatchMoney.spending(batch, paid.size(), LocalDate.now(this.clock), "return:" + returnId), paid);
		}
		return paid.stream().map(PaidLine::lineId).collect(Collectors.toUnmodifiableSet());
	}

	/** The name alone, without the folders of whoever sent it. */
	static String cleanName(@Nullable String sent) {
		var name = Objects.requireNonNullElse(sent, "");
		var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
		return Names.tail(plain, 200);
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

}
