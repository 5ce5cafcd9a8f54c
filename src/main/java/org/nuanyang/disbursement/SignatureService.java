package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.PaidLine;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cash and goods: who signed is recorded once over the scanned sheet, and booked as what
 * a bank paid is. Who did not sign is not paid and can be paid again.
 */
@Service
@Transactional
class SignatureService {

	static final String OWNER = "payment-batch";

	static final String SLOT = "signed-sheet";

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final BatchSteps steps;

	private final StepRepository done;

	private final PaymentRepository payments;

	private final SignatureRepository signatures;

	private final AttachmentService attachments;

	private final FundService funds;

	private final Clock clock;

	SignatureService(BatchSteps steps, StepRepository done, PaymentRepository payments, SignatureRepository signatures,
			AttachmentService attachments, FundService funds, Clock clock) {
		this.steps = steps;
		this.done = done;
		this.payments = payments;
		this.signatures = signatures;
		this.attachments = attachments;
		this.funds = funds;
		this.clock = clock;
	}

	/** All rows of the list, which is signed as a whole. */
	@Transactional(readOnly = true)
	List<PaymentRow> rows(long batchId) {
		return this.payments.rows(batchId);
	}

	/**
	 * Records the sheet.
	 * @param marks by row, whether it was signed; every row has to be there
	 */
	void record(Actor actor, long batchId, String signedOn, Map<Long, Boolean> marks) {
		var batch = this.steps.take(actor, batchId, BatchAction.TAKE_SIGNATURES);
		batch.requireSignaturesBy(actor);
		var on = day(batch, signedOn);
		var rows = this.payments.rows(batchId);
		var unmarked = rows.stream().filter((row) -> !marks.containsKey(row.id())).toList();
		if (!unmarked.isEmpty()) {
			throw RuleViolation.on("rows", "disbursement.refused.unmarked", unmarked.size(),
					Names.of(unmarked.stream().map(PaymentRow::name).toList()));
		}
		if (!this.attachments.filled(batch.schoolId(), new AttachmentOwner(OWNER, batchId)).contains(SLOT)) {
			throw RuleViolation.on("file-" + SLOT, "disbursement.refused.no-scan");
		}
		var said = rows.stream()
			.map((row) -> new SignatureRepository.Mark(row, Boolean.TRUE.equals(marks.get(row.id()))))
			.toList();
		var id = this.signatures.record(batch, actor, on, said, OffsetDateTime.now(this.clock));
		this.payments.signed(batch, id, actor, said.stream().map((mark) -> outcome(mark, on)).toList(),
				OffsetDateTime.now(this.clock));
		var paid = said.stream()
			.filter(SignatureRepository.Mark::signed)
			.map((mark) -> new PaidLine(mark.row().id(), mark.row().amount()))
			.toList();
		if (!paid.isEmpty()) {
			this.funds.pay(actor,
					BatchMoney.spending(batch, paid.size(), LocalDate.now(this.clock), "signatures:" + id), paid);
		}
		batch.signed(paid.size());
		this.steps.done(actor, batch, BatchAction.TAKE_SIGNATURES, null,
				paid.size() + " · " + (rows.size() - paid.size()));
	}

	private static Outcome outcome(SignatureRepository.Mark mark, LocalDate on) {
		var result = mark.signed() ? BankResult.PAID : BankResult.NOT_SIGNED;
		return new Outcome(mark.row().id(), result.name(), result, null, mark.row().amount(), on);
	}

	/** Between the day the list was locked and today. */
	private LocalDate day(PaymentBatch batch, String text) {
		var day = parsed(text);
		var locked = this.done.steps(batch.id())
			.stream()
			.filter((step) -> step.action() == BatchAction.LOCK)
			.map((step) -> step.at().withZoneSameInstant(ZONE).toLocalDate())
			.reduce((first, last) -> last)
			.orElseThrow();
		if (day == null || day.isAfter(LocalDate.now(this.clock)) || day.isBefore(locked)) {
			throw RuleViolation.on("signedOn", "disbursement.refused.signed-on", locked.toString());
		}
		return day;
	}

	private static @Nullable LocalDate parsed(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			// What is no day is told like a day that cannot be.
			return null;
		}
	}

}
