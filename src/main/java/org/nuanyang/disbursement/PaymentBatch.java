package org.nuanyang.disbursement;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A payment batch: one programme, term and fund of a school. Its verbs guard the status
 * and keep preparing, checking and approving with three different people.
 */
@Entity
@Table(name = "payment_batch")
public class PaymentBatch {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private String number;

	private long programmeId;

	private int schoolYear;

	@Enumerated(EnumType.STRING)
	private Term term;

	private long fundId;

	private @Nullable Long originalId;

	@Enumerated(EnumType.STRING)
	private Payout payout = Payout.BANK;

	private @Nullable String payoutReason;

	@Enumerated(EnumType.STRING)
	private BatchStatus status = BatchStatus.PREPARED;

	private boolean returned;

	private int rowCount;

	private Yuan total = Yuan.ZERO;

	private long preparedBy;

	private @Nullable Long checkedBy;

	private @Nullable Long approvedBy;

	private UUID requestKey;

	@Version
	private int version;

	private OffsetDateTime createdAt;

	@SuppressWarnings("NullAway.Init")
	protected PaymentBatch() {
	}

	/** A batch that pays a fund's purpose in one term. */
	PaymentBatch(Actor actor, String number, FundView fund, Term term, PayoutChoice choice, UUID requestKey,
			OffsetDateTime at) {
		this.payout = choice.payout();
		this.payoutReason = choice.reason();
		this.schoolId = fund.schoolId();
		this.number = number;
		this.programmeId = fund.programmeId();
		this.schoolYear = fund.year().firstYear();
		this.term = term;
		this.fundId = fund.id();
		this.preparedBy = actor.userId();
		this.requestKey = requestKey;
		this.createdAt = at;
	}

	/** A re-issue (补发) of the failed rows of another batch, out of the same fund. */
	PaymentBatch(Actor actor, String number, PaymentBatch original, PayoutChoice choice, UUID requestKey,
			OffsetDateTime at) {
		this.payout = choice.payout();
		this.payoutReason = choice.reason();
		this.schoolId = original.schoolId;
		this.number = number;
		this.programmeId = original.programmeId;
		this.schoolYear = original.schoolYear;
		this.term = original.term;
		this.fundId = original.fundId;
		this.originalId = original.id();
		this.preparedBy = actor.userId();
		this.requestKey = requestKey;
		this.createdAt = at;
	}

	void list(Actor actor, int rowCount, Yuan total) {
		require(BatchStatus.PREPARED);
		this.preparedBy = actor.userId();
		this.rowCount = rowCount;
		this.total = total;
		this.returned = false;
	}

	void check(Actor actor) {
		require(BatchAction.CHECK);
		requireAnother(actor, BatchAction.CHECK);
		if (this.returned) {
			throw new RuleViolation("disbursement.refused.returned", this.number);
		}
		if (this.rowCount == 0) {
			throw new RuleViolation("disbursement.refused.empty", this.number);
		}
		this.checkedBy = actor.userId();
		this.status = BatchStatus.CHECKED;
	}

	void approve(Actor actor) {
		require(BatchAction.APPROVE);
		requireAnother(actor, BatchAction.APPROVE);
		this.approvedBy = actor.userId();
		this.status = BatchStatus.APPROVED;
	}

	private void requireAnother(Actor actor, BatchAction action) {
		var refusal = ownRefusal(actor, action);
		if (refusal != null) {
			throw new RuleViolation(refusal, this.number);
		}
	}

	/** Why this person may not take the step after the own earlier one, or null. */
	@Nullable String ownRefusal(Actor actor, BatchAction action) {
		return action.ownRefusal(actor.userId(), this.preparedBy, this.checkedBy);
	}

	/** Back to its maker, who makes the list anew before anybody checks it again. */
	void sendBack() {
		require(BatchAction.SEND_BACK);
		this.returned = true;
		this.checkedBy = null;
		this.approvedBy = null;
		this.status = BatchStatus.PREPARED;
	}

	void lock() {
		require(BatchAction.LOCK);
		this.status = BatchStatus.LOCKED;
	}

	void fileIssued() {
		require(BatchAction.ISSUE_FILE);
		this.status = BatchStatus.FILE_ISSUED;
	}

	/** Who made the list does not say who signed it. */
	void requireSignaturesBy(Actor actor) {
		require(BatchAction.TAKE_SIGNATURES);
		requireAnother(actor, BatchAction.TAKE_SIGNATURES);
	}

	/** What the signed sheet makes of the batch. */
	void signed(int paid) {
		require(BatchAction.TAKE_SIGNATURES);
		this.status = (paid == this.rowCount) ? BatchStatus.PAID : BatchStatus.PARTLY_PAID;
	}

	/** What the bank's answers so far make of the batch. */
	void answered(int paid, int failed) {
		require(BatchAction.TAKE_RETURN);
		if (paid == this.rowCount) {
			this.status = BatchStatus.PAID;
		}
		else if (paid + failed > 0 || this.status == BatchStatus.PAID) {
			this.status = BatchStatus.PARTLY_PAID;
		}
	}

	/** The bank sent a payment back: the batch has failed rows again. */
	void moneyCameBack() {
		if (!this.status.isSent()) {
			throw new RuleViolation("disbursement.refused.frozen", this.number, label(this.status.labelKey()));
		}
		this.status = BatchStatus.PARTLY_PAID;
	}

	/** The bank has the list and the batch is not closed. */
	void requireAtBank() {
		if (!this.status.isSent() || this.status == BatchStatus.CLOSED) {
			throw new RuleViolation("disbursement.refused.frozen", this.number, label(this.status.labelKey()));
		}
	}

	void close() {
		require(BatchAction.CLOSE);
		this.status = BatchStatus.CLOSED;
	}

	void makeVoid() {
		require(BatchAction.VOID);
		this.returned = false;
		this.status = BatchStatus.VOID;
	}

	void require(BatchAction action) {
		if (!action.fits(this.payout)) {
			throw new RuleViolation("disbursement.refused.payout." + this.payout, this.number,
					Objects.requireNonNullElse(this.payoutReason, ""));
		}
		if (!action.isFrom(this.status)) {
			throw new RuleViolation("disbursement.refused.status", this.number, label(this.status.labelKey()),
					label(action.labelKey()));
		}
	}

	private void require(BatchStatus wanted) {
		if (this.status != wanted) {
			throw new RuleViolation("disbursement.refused.frozen", this.number, label(this.status.labelKey()));
		}
	}

	private static DefaultMessageSourceResolvable label(String key) {
		return new DefaultMessageSourceResolvable(key);
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public long schoolId() {
		return this.schoolId;
	}

	public String number() {
		return this.number;
	}

	public long programmeId() {
		return this.programmeId;
	}

	public SchoolYear year() {
		return new SchoolYear(this.schoolYear);
	}

	public Term term() {
		return this.term;
	}

	public long fundId() {
		return this.fundId;
	}

	public @Nullable Long originalId() {
		return this.originalId;
	}

	/** Sent back, and not made anew since. */
	boolean isReturned() {
		return this.returned;
	}

	public Payout payout() {
		return this.payout;
	}

	/** Why no bank pays it; null where one does. */
	public @Nullable String payoutReason() {
		return this.payoutReason;
	}

	public BatchStatus status() {
		return this.status;
	}

	public int rowCount() {
		return this.rowCount;
	}

	public Yuan total() {
		return this.total;
	}

}
