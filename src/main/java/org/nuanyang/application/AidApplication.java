package org.nuanyang.application;

import java.time.Instant;

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
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;

/** One pupil's case in a round. Its verbs are the steps of {@link ApplicationAction}. */
@Entity
@Table(name = "aid_application")
public class AidApplication {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long roundId;

	private long enrolmentId;

	private int number;

	private long classId;

	private int gradeNumber;

	private String gradeName;

	private String className;

	@Enumerated(EnumType.STRING)
	private ApplicationRoute route;

	@Enumerated(EnumType.STRING)
	private ApplicationStatus status;

	private @Nullable Long renewalOf;

	private @Nullable String renewalReason;

	private @Nullable Long declarationId;

	private @Nullable Long assessmentId;

	private @Nullable Integer points;

	private boolean direct;

	@Enumerated(EnumType.STRING)
	private @Nullable Tier suggestedTier;

	@Enumerated(EnumType.STRING)
	private @Nullable Tier classTier;

	private @Nullable String classRemark;

	@Enumerated(EnumType.STRING)
	private @Nullable Tier decidedTier;

	private Instant createdAt;

	private Instant changedAt;

	@Version
	private int version;

	protected AidApplication() {
	}

	AidApplication(AidRound round, PupilView pupil, ApplicationRoute route, int number, Instant now) {
		this.schoolId = pupil.schoolId();
		this.roundId = round.id();
		this.enrolmentId = pupil.id();
		this.number = number;
		this.route = route;
		this.status = ApplicationStatus.DRAFT;
		this.createdAt = now;
		this.changedAt = now;
		this.classId = pupil.classId();
		this.gradeNumber = pupil.gradeNumber();
		this.gradeName = pupil.gradeName();
		this.className = pupil.className();
	}

	/**
	 * The class is kept on the case: a class row moves up with its pupils, a finished
	 * case does not.
	 */
	void sitsIn(PupilView pupil) {
		this.classId = pupil.classId();
		this.gradeNumber = pupil.gradeNumber();
		this.gradeName = pupil.gradeName();
		this.className = pupil.className();
	}

	/**
	 * Drawn up again after the former case was refused or ended, for what has changed
	 * since.
	 */
	AidApplication renewing(FormerCase former, String reason) {
		this.renewalOf = former.id();
		this.renewalReason = reason;
		return this;
	}

	/** What the family had declared when the form was submitted, the last time. */
	void declares(long frozenDeclaration) {
		this.declarationId = frozenDeclaration;
	}

	/** The page was drawn from this version; somebody else may have acted since. */
	boolean isAsSeen(int seen) {
		return this.version == seen;
	}

	void require(ApplicationAction action) {
		if (!action.isOpen(this.status)) {
			throw new RuleViolation("application.refused.status", number(), action, this.status);
		}
	}

	/** Moves the case along the action table and nowhere else. */
	ApplicationStatus take(ApplicationAction action, Instant now) {
		require(action);
		var before = this.status;
		this.status = action.to();
		this.changedAt = now;
		undo(action);
		return before;
	}

	/** With the status: what stands behind it is never flushed without it. */
	private void undo(ApplicationAction action) {
		switch (action) {
			case SEND_BACK, RETURN_TO_CLASS -> appraisalUndone();
			case RETURN_TO_VISIT -> {
				appraisalUndone();
				assessmentUndone();
			}
			default -> {
			}
		}
	}

	void assessed(long assessment, @Nullable Integer total, boolean directly, @Nullable Tier suggested) {
		this.assessmentId = assessment;
		this.points = total;
		this.direct = directly;
		this.suggestedTier = suggested;
	}

	/**
	 * @param tier null when the class does not propose the pupil
	 */
	void appraised(@Nullable Tier tier, String remark) {
		this.classTier = tier;
		this.classRemark = remark;
	}

	/** What another visit verifies is assessed anew. */
	private void assessmentUndone() {
		this.assessmentId = null;
		this.points = null;
		this.direct = false;
		this.suggestedTier = null;
	}

	private void appraisalUndone() {
		this.classTier = null;
		this.classRemark = null;
	}

	/**
	 * @param tier null when the committee does not recognise the pupil, or when its
	 * decision is taken back
	 */
	void decided(@Nullable Tier tier) {
		this.decidedTier = tier;
	}

	boolean isAssessed() {
		return this.assessmentId != null;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("not stored yet");
		}
		return this.id;
	}

	long schoolId() {
		return this.schoolId;
	}

	long roundId() {
		return this.roundId;
	}

	long enrolmentId() {
		return this.enrolmentId;
	}

	ApplicationStatus status() {
		return this.status;
	}

	/** For messages; pages show the number with its year. */
	String number() {
		return "%04d".formatted(this.number);
	}

}
