package org.nuanyang.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;

/**
 * A public notice of recognition (认定结果公示) of one round, from the draft to its end.
 */
@Entity
public class Notice {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long roundId;

	private int schoolYear;

	private String schoolName;

	private @Nullable Integer numberYear;

	private @Nullable Integer number;

	private String title;

	private @Nullable String body;

	private int people;

	private boolean tierShown;

	private boolean supplementary;

	private LocalDate opensOn;

	private LocalDate closesOn;

	private int workingDays;

	private String office;

	private String contactName;

	private String contactPhone;

	private @Nullable String contactMail;

	private @Nullable String letterBox;

	@Enumerated(EnumType.STRING)
	private NoticeStatus status;

	private long draftedBy;

	private @Nullable Long approvedBy;

	private @Nullable Instant publishedAt;

	private @Nullable Instant withdrawnAt;

	@Version
	private int version;

	protected Notice() {
	}

	Notice(NoticeOrigin origin, String title, NoticeDates dates, NoticeContact contact, Actor maker) {
		this.schoolId = origin.schoolId();
		this.roundId = origin.roundId();
		this.schoolYear = origin.year().firstYear();
		this.schoolName = origin.schoolName();
		this.supplementary = origin.supplementary();
		this.title = title;
		this.status = NoticeStatus.DRAFT;
		this.draftedBy = maker.userId();
		keep(dates, contact);
	}

	/** New dates or another contact: what was checked has to be checked again. */
	void edit(NoticeDates dates, NoticeContact contact, Actor maker) {
		require(NoticeAction.EDIT, maker);
		this.status = NoticeAction.EDIT.to();
		this.draftedBy = maker.userId();
		keep(dates, contact);
	}

	/** The calendar may have changed since the draft: the end is counted again. */
	void keepDates(NoticeDates dates) {
		keep(dates, contact());
	}

	private void keep(NoticeDates dates, NoticeContact contact) {
		this.opensOn = dates.opensOn();
		this.closesOn = dates.closesOn();
		this.workingDays = dates.workingDays();
		this.office = contact.office();
		this.contactName = contact.name();
		this.contactPhone = contact.phone();
		this.contactMail = contact.mail();
		this.letterBox = contact.letterBox();
	}

	void check(String body, int people, boolean tierShown, Actor actor) {
		require(NoticeAction.CHECK, actor);
		this.body = body;
		this.people = people;
		this.tierShown = tierShown;
		this.status = NoticeAction.CHECK.to();
	}

	/** Lists only cases that came back to the committee from an earlier notice. */
	boolean supplementary() {
		return this.supplementary;
	}

	void submit(Actor actor) {
		require(NoticeAction.SUBMIT, actor);
		this.status = NoticeAction.SUBMIT.to();
	}

	void sendBack(Actor actor) {
		require(NoticeAction.SEND_BACK, actor);
		this.status = NoticeAction.SEND_BACK.to();
	}

	/** Frozen from here on. 拟稿人 and 批准人 are never the same person. */
	void approve(int year, int number, Actor actor, Instant now) {
		require(NoticeAction.APPROVE, actor);
		if (actor.userId() == this.draftedBy) {
			throw new RuleViolation("notice.approve.own");
		}
		this.numberYear = year;
		this.number = number;
		this.approvedBy = actor.userId();
		this.publishedAt = now;
		this.status = NoticeAction.APPROVE.to();
	}

	/**
	 * @param demanded an upheld objection asks for it, also after the end
	 */
	void withdraw(Actor actor, boolean demanded, LocalDate today, Instant now) {
		require(NoticeAction.WITHDRAW, actor);
		if (!demanded && hasEnded(today)) {
			throw new RuleViolation("notice.withdraw.ended", this.closesOn.toString());
		}
		this.withdrawnAt = now;
		this.status = NoticeAction.WITHDRAW.to();
	}

	private void require(NoticeAction action, Actor actor) {
		if (!action.openTo(actor, this.status)) {
			throw new RuleViolation("notice.action.closed");
		}
	}

	/**
	 * The last working day is over: midnight takes the notice down, whatever else runs.
	 */
	boolean hasEnded(LocalDate today) {
		return today.isAfter(this.closesOn);
	}

	/** Read by the public today. */
	boolean isOpen(LocalDate today) {
		return this.status == NoticeStatus.PUBLISHED && !today.isBefore(this.opensOn) && !hasEnded(today);
	}

	/** Stood once and stands no more. */
	boolean isGone(LocalDate today) {
		return this.status == NoticeStatus.WITHDRAWN || this.status == NoticeStatus.ARCHIVED
				|| this.statusOn(today) == NoticeStatus.EXPIRED;
	}

	/** When it ceased to stand; empty while it may still. */
	Optional<NoticeEnd> end(LocalDate today, ZoneId zone) {
		var taken = this.withdrawnAt;
		if (taken != null) {
			return Optional.of(new NoticeEnd(LocalDate.ofInstant(taken, zone), true));
		}
		return isGone(today) ? Optional.of(new NoticeEnd(this.closesOn, false)) : Optional.empty();
	}

	/** As people see it: a published notice past its last day is EXPIRED. */
	NoticeStatus statusOn(LocalDate today) {
		return (this.status == NoticeStatus.PUBLISHED && hasEnded(today)) ? NoticeStatus.EXPIRED : this.status;
	}

	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("notice is not saved yet");
		}
		return this.id;
	}

	public long schoolId() {
		return this.schoolId;
	}

	public long roundId() {
		return this.roundId;
	}

	public SchoolYear year() {
		return new SchoolYear(this.schoolYear);
	}

	String schoolName() {
		return this.schoolName;
	}

	/** 公示〔2026〕2号, once published. */
	@Nullable String docNumber() {
		return (this.number != null) ? "公示〔" + this.numberYear + "〕" + this.number + "号" : null;
	}

	String title() {
		return this.title;
	}

	@Nullable String body() {
		return this.body;
	}

	int people() {
		return this.people;
	}

	boolean tierShown() {
		return this.tierShown;
	}

	NoticeDates dates() {
		return new NoticeDates(this.opensOn, this.closesOn, this.workingDays);
	}

	NoticePlan plan() {
		return new NoticePlan(this.opensOn, this.workingDays, contact());
	}

	NoticeContact contact() {
		return new NoticeContact(this.office, this.contactName, this.contactPhone, this.contactMail, this.letterBox);
	}

	NoticeStatus status() {
		return this.status;
	}

	@Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	@Nullable Instant withdrawnAt() {
		return this.withdrawnAt;
	}

}
