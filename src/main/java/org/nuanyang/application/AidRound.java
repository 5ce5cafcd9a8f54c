package org.nuanyang.application;

import org.hibernate.annotations.BatchSize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/**
 * One school's identification of one school year: it recognises hardship and tier once,
 * for every programme.
 */
@Entity
@Table(name = "aid_round")
public class AidRound {

	/** “公示不少于5个工作日” (process.md 1.2, step 8). */
	static final int LEAST_NOTICE_DAYS = 5;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private int schoolYear;

	private String name;

	@Enumerated(EnumType.STRING)
	private RoundStatus status;

	private int noticeWorkingDays;

	private long openedBy;

	private Instant openedAt;

	@ElementCollection(fetch = FetchType.EAGER)
	@BatchSize(size = 200)
	@CollectionTable(name = "aid_round_step", joinColumns = @JoinColumn(name = "round_id"))
	@MapKeyColumn(name = "step")
	@MapKeyEnumerated(EnumType.STRING)
	private Map<RoundStep, Dates> steps = new EnumMap<>(RoundStep.class);

	@Version
	private int version;

	protected AidRound() {
	}

	AidRound(Actor officer, RoundPlan plan, Instant now) {
		if (plan.noticeWorkingDays() < LEAST_NOTICE_DAYS) {
			throw RuleViolation.on("noticeWorkingDays", "application.round.notice.short", LEAST_NOTICE_DAYS);
		}
		this.schoolId = officer.ownSchool();
		this.schoolYear = plan.year().firstYear();
		this.name = plan.name().strip();
		this.status = RoundStatus.INFORMING;
		this.noticeWorkingDays = plan.noticeWorkingDays();
		this.openedBy = officer.userId();
		this.openedAt = now;
		plan.inOrder().forEach((step, dates) -> this.steps.put(step, dates(dates, plan.leaders().get(step))));
	}

	private Dates dates(RoundPlan.Dates days, @Nullable String leader) {
		return new Dates(this.schoolId, days.start(), days.end(), leader);
	}

	void expect(int seen) {
		if (this.version != seen) {
			throw new ObjectOptimisticLockingFailureException(AidRound.class, id());
		}
	}

	/**
	 * Other days, and who answers for them; those of a step are never taken away.
	 */
	void replan(Map<RoundStep, RoundPlan.Dates> dates, Map<RoundStep, String> leaders) {
		requireOpen();
		this.steps.keySet().stream().filter((step) -> !dates.containsKey(step)).findFirst().ifPresent((step) -> {
			throw RuleViolation.on("steps[%d].start".formatted(step.ordinal()), "application.round.step.missing", step);
		});
		RoundPlan.inOrder(dates).forEach((step, days) -> {
			var planned = dates(days, leaders.get(step));
			if (!planned.equals(this.steps.get(step))) {
				this.steps.put(step, planned);
			}
		});
	}

	/** The round has come at least this far; it never goes back. */
	boolean reach(RoundStatus reached) {
		if (this.status.compareTo(reached) >= 0) {
			return false;
		}
		this.status = reached;
		return true;
	}

	private void requireOpen() {
		if (!this.status.takesCases()) {
			throw new RuleViolation("application.round.closed", this.name);
		}
	}

	void takesCases(LocalDate day) {
		requireOpen();
		var year = new SchoolYear(this.schoolYear);
		if (year.compareTo(SchoolYear.of(day)) < 0) {
			throw new RuleViolation("application.round.over", year.label());
		}
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

	RoundView view() {
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		var leaders = new EnumMap<RoundStep, String>(RoundStep.class);
		this.steps.forEach((step, stored) -> {
			dates.put(step, new RoundPlan.Dates(stored.startsOn(), stored.endsOn()));
			if (stored.leader() != null) {
				leaders.put(step, stored.leader());
			}
		});
		return new RoundView(id(), this.schoolId, new SchoolYear(this.schoolYear), this.name, this.status,
				this.noticeWorkingDays, dates, leaders, 0, this.openedAt, this.version);
	}

	/** A step's days, with the school beside them for the row's own policy. */
	@Embeddable
	record Dates(@Column(nullable = false) long schoolId, LocalDate startsOn, LocalDate endsOn,
			@Nullable String leader) {

	}

}
