package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.PaidLine;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
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

	private final BankRepository bank;

	private final BankFormats formats;

	private final FundService funds;

	private final Clock clock;

	BankReturnService(BatchSteps steps, PaymentRepository payments, BankRepository bank, BankFormats formats,
			FundService funds, Clock clock) {
		this.steps = steps;
		this.payments = payments;
		this.bank = bank;
		this.formats = formats;
		this.funds = funds;
		this.clock = clock;
	}

	/** Takes a return; the same bytes again change nothing and say so. */
	@Transactional
	public Taken take(Actor actor, long batchId, String fileName, byte[] content) {
		var batch = this.steps.take(actor, batchId, BatchAction.TAKE_RETURN);
		var sha256 = BankFile.sha256(content);
		if (this.bank.returnWith(batchId, sha256).isPresent()) {
			return new Taken(true, 0, 0, 0, 0);
		}
		batch.require(BatchAction.TAKE_RETURN);
		var format = this.formats.format(this.bank.formatOf(batchId).orElseThrow());
		var lines = matched(batch, ReturnTable.read(format, content));
		if (lines.stream()
			.allMatch((line) -> line.problem() == ReturnProblem.OTHER_BATCH
					|| line.problem() == ReturnProblem.UNREADABLE)) {
			throw new RuleViolation("disbursement.return.nothing", batch.number());
		}
		var rows = this.payments.rows(batchId)
			.stream()
			.collect(Collectors.toMap(PaymentRow::rowKey, Function.identity()));
		var id = this.bank.take(batch, actor, cleanName(fileName), sha256, content, now());
		this.bank.lines(batch, id, lines);
		var outcomes = outcomes(lines, rows);
		this.payments.outcomes(batch, id, actor, outcomes, now());
		var paid = book(actor, batch, id, outcomes);
		var after = this.payments.rows(batchId);
		batch.answered((int) after.stream().filter(PaymentRow::isPaid).count(),
				(int) after.stream().filter(PaymentRow::isFailed).count());
		var problems = (int) lines.stream().filter((line) -> line.problem() != null).count();
		var failed = outcomes.size() - paid;
		this.steps.done(actor, batch, BatchAction.TAKE_RETURN, null, paid + " · " + failed + " · " + problems);
		return new Taken(false, paid, failed, problems,
				(int) after.stream().filter((row) -> row.result() == null).count());
	}

	/** What a return brought. */
	public record Taken(boolean before, int paid, int failed, int problems, int open) {

	}

	private List<ReturnLine> matched(PaymentBatch batch, List<ReturnLine> lines) {
		var rows = this.payments.rows(batch.id())
			.stream()
			.collect(Collectors.toMap(PaymentRow::rowKey, Function.identity()));
		var seen = new HashMap<String, BankResult>();
		var matched = new ArrayList<ReturnLine>();
		for (var line : lines) {
			var problem = problem(batch, line, rows.get(line.rowKey()), seen.get(line.rowKey()));
			matched.add((problem != null) ? line.but(problem) : line);
			if (problem == null && line.result() != null) {
				seen.put(line.rowKey(), line.result());
			}
		}
		return matched;
	}

	private static @Nullable ReturnProblem problem(PaymentBatch batch, ReturnLine line, @Nullable PaymentRow row,
			@Nullable BankResult seen) {
		if (line.problem() == ReturnProblem.UNREADABLE) {
			return line.problem();
		}
		if (!line.batchNumber().equals(batch.number())) {
			return ReturnProblem.OTHER_BATCH;
		}
		if (row == null) {
			return ReturnProblem.UNKNOWN_ROW;
		}
		if (line.amount() != null && !line.amount().equals(row.amount())) {
			return ReturnProblem.AMOUNT;
		}
		if (line.result() == null) {
			return ReturnProblem.UNKNOWN_CODE;
		}
		if (seen != null && seen != line.result()) {
			return ReturnProblem.TWICE;
		}
		return (row.result() != null && row.isPaid() != line.result().isPaid()) ? ReturnProblem.CONTRADICTS : null;
	}

	private List<Outcome> outcomes(List<ReturnLine> lines, Map<String, PaymentRow> rows) {
		var outcomes = new HashMap<String, Outcome>();
		for (var line : lines) {
			var row = rows.get(line.rowKey());
			var result = line.result();
			// Said before, said twice, or still under way: nothing new to record.
			if (line.problem() != null || row == null || result == null || row.result() != null || result.isPending()) {
				continue;
			}
			outcomes.putIfAbsent(line.rowKey(), new Outcome(row.id(), result, line.message(), row.amount(),
					Objects.requireNonNullElseGet(line.on(), () -> LocalDate.now(this.clock))));
		}
		return List.copyOf(outcomes.values());
	}

	private int book(Actor actor, PaymentBatch batch, long returnId, List<Outcome> outcomes) {
		var paid = outcomes.stream()
			.filter((outcome) -> outcome.result().isPaid())
			.map((outcome) -> new PaidLine(outcome.rowId(), outcome.amount()))
			.toList();
		if (!paid.isEmpty()) {
			this.funds.pay(actor,
					BatchMoney.spending(batch, paid.size(), LocalDate.now(this.clock), "return:" + returnId), paid);
		}
		return paid.size();
	}

	private static String cleanName(String name) {
		var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
		return (plain.length() <= 200) ? plain : plain.substring(plain.length() - 200);
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

}
