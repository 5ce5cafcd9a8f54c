package org.nuanyang.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.org.OrgService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices of fund use: drafted, approved by another person, open to all, withdrawn. */
@Service
@Transactional(readOnly = true)
public class UsageService {

	private static final String TABLE = "usage_notice";

	private final UsageRepository notices;

	private final OrgService orgs;

	private final Audit audit;

	private final Clock clock;

	UsageService(UsageRepository notices, OrgService orgs, Audit audit, Clock clock) {
		this.notices = notices;
		this.orgs = orgs;
		this.audit = audit;
		this.clock = clock;
	}

	/** This year's and last year's terms, and the years whole. */
	List<UsagePeriod> periods() {
		var year = SchoolYear.of(today());
		return List.of(year, year.previous())
			.stream()
			.flatMap((one) -> List
				.of(new UsagePeriod(one, Term.AUTUMN), new UsagePeriod(one, Term.SPRING), new UsagePeriod(one, null))
				.stream())
			.filter((period) -> !period.from().isAfter(today()))
			.toList();
	}

	List<UsageNotice> list(Actor actor) {
		return this.notices.all()
			.stream()
			.filter((notice) -> actor.scope().read().contains(notice.schoolId()))
			.toList();
	}

	UsageNotice show(Actor actor, long id) {
		return this.notices.find(id)
			.filter((notice) -> actor.scope().read().contains(notice.schoolId()))
			.orElseThrow(() -> new NotFound("notice of fund use " + id));
	}

	/** How many drafts wait for this principal. */
	long waitingFor(Actor actor) {
		return actor.is(Role.PRINCIPAL) ? list(actor).stream().filter((notice) -> mayApprove(actor, notice)).count()
				: 0;
	}

	boolean mayApprove(Actor actor, UsageNotice notice) {
		return actor.is(Role.PRINCIPAL) && writes(actor, notice) && notice.status() == UsageStatus.DRAFT
				&& notice.draftedById() != actor.userId();
	}

	private static boolean writes(Actor actor, UsageNotice notice) {
		return actor.scope().write().contains(notice.schoolId());
	}

	/** Freezes the figures of a period for the principal to approve. */
	@Transactional
	public long draft(Actor actor, String code) {
		var period = UsagePeriod.of(code);
		if (period.from().isAfter(today())) {
			throw RuleViolation.on("period", "usage.refused.period");
		}
		var school = this.orgs.school(actor.ownSchool());
		var closesOn = period.to().isAfter(today()) ? today() : period.to();
		var lines = this.notices.figures(school.id(), period.from(), closesOn);
		if (lines.isEmpty()) {
			throw RuleViolation.on("period", "usage.refused.nothing");
		}
		var id = this.notices.draft(actor, school.id(), school.name(), period, closesOn, OffsetDateTime.now(this.clock))
			.orElseThrow(() -> RuleViolation.on("period", "usage.refused.there"));
		this.notices.replace(id, school.id(), lines);
		record(actor, school.id(), id, "usage.drafted", period);
		return id;
	}

	/** Takes the figures anew while it is a draft: the ledger has gone on. */
	@Transactional
	public void renew(Actor actor, long id) {
		var notice = take(actor, id);
		require(notice, UsageStatus.DRAFT);
		var closesOn = notice.period().to().isAfter(today()) ? today() : notice.period().to();
		this.notices.closesOn(id, closesOn);
		this.notices.replace(id, notice.schoolId(),
				this.notices.figures(notice.schoolId(), notice.period().from(), closesOn));
		record(actor, notice.schoolId(), id, "usage.renewed", notice.period());
	}

	/** Publishes it, unless its figures are no longer those of the ledger. */
	@Transactional
	public void approve(Actor actor, long id) {
		var notice = take(actor, id);
		if (notice.status() == UsageStatus.PUBLISHED) {
			return;
		}
		require(notice, UsageStatus.DRAFT);
		if (notice.draftedById() == actor.userId()) {
			throw new RuleViolation("usage.refused.own");
		}
		if (!notice.lines()
			.equals(this.notices.figures(notice.schoolId(), notice.period().from(), notice.closesOn()))) {
			throw new RuleViolation("usage.refused.moved");
		}
		this.notices.publish(notice, actor, OffsetDateTime.now(this.clock));
		record(actor, notice.schoolId(), id, "usage.published", notice.period());
	}

	@Transactional
	public void withdraw(Actor actor, long id, String reason) {
		var notice = take(actor, id);
		if (notice.status() == UsageStatus.WITHDRAWN) {
			return;
		}
		require(notice, UsageStatus.PUBLISHED);
		if (reason.isBlank() || reason.strip().length() > 200) {
			throw RuleViolation.on("reason", "usage.refused.reason");
		}
		this.notices.withdraw(id, actor, reason.strip(), OffsetDateTime.now(this.clock));
		record(actor, notice.schoolId(), id, "usage.withdrawn", notice.period());
	}

	private static void require(UsageNotice notice, UsageStatus status) {
		if (notice.status() != status) {
			throw new RuleViolation("usage.refused.status");
		}
	}

	private UsageNotice take(Actor actor, long id) {
		return this.notices.take(id)
			.filter((notice) -> writes(actor, notice))
			.orElseThrow(() -> new NotFound("notice of fund use " + id + " for writing"));
	}

	private void record(Actor actor, long schoolId, long id, String action, UsagePeriod period) {
		this.audit.record(actor, schoolId, action, TABLE, id, Map.of("period", period.code()));
	}

	/** Those that anybody may read now. */
	List<UsageNotice> open() {
		return this.notices.all().stream().filter((notice) -> notice.status() == UsageStatus.PUBLISHED).toList();
	}

	/**
	 * A notice as anybody reads it.
	 * @throws UsageGone if it was withdrawn
	 */
	UsageNotice read(long id) {
		var notice = this.notices.find(id).orElseThrow(() -> new NotFound("notice of fund use " + id));
		return switch (notice.status()) {
			case PUBLISHED -> notice;
			case WITHDRAWN -> throw new UsageGone(id);
			case DRAFT -> throw new NotFound("published notice of fund use " + id);
		};
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
