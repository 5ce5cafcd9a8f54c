package org.nuanyang.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices to look at: the school's own with their history, and what the public may read.
 */
@Service
@Transactional(readOnly = true)
public class NoticeBoard {

	private final NoticeRepository notices;

	private final NoticeLines lines;

	private final Candidates candidates;

	private final ObjectProvider<OpenObjections> objections;

	private final Clock clock;

	NoticeBoard(NoticeRepository notices, NoticeLines lines, Candidates candidates,
			ObjectProvider<OpenObjections> objections, Clock clock) {
		this.objections = objections;
		this.notices = notices;
		this.lines = lines;
		this.candidates = candidates;
		this.clock = clock;
	}

	/** Whether it stood and has been taken down since. */
	public boolean isTakenDown(Actor actor, long id) {
		return own(actor, id).status() == NoticeStatus.WITHDRAWN;
	}

	/** The notices of the schools that the actor sees, the latest first. */
	public List<NoticeSummary> list(Actor actor) {
		return this.notices.ofSchools(actor.scope().read()).stream().map(this::summary).toList();
	}

	/** Those that this person may bring a step further now. */
	List<NoticeSummary> waitingFor(Actor actor) {
		return actor.school().isEmpty() ? List.of()
				: list(actor).stream().filter((notice) -> waitsFor(actor, notice)).toList();
	}

	/** A draft for the officer; for the principal what somebody else has prepared. */
	boolean waitsFor(Actor actor, NoticeSummary notice) {
		return NoticeAction.CHECK.openTo(actor, notice.status()) || NoticeAction.SUBMIT.openTo(actor, notice.status())
				|| (NoticeAction.APPROVE.openTo(actor, notice.status())
						&& !this.lines.madeBy(notice.id(), actor.userId()));
	}

	/** The one of a round that is not published yet; there is never a second. */
	Optional<Long> inTheMaking(Actor officer, long roundId) {
		return this.notices.ofRound(officer.ownSchool(), roundId)
			.stream()
			.filter((notice) -> notice.status().inTheMaking())
			.map(Notice::id)
			.findFirst();
	}

	public NoticePage show(Actor actor, long id) {
		var notice = own(actor, id);
		var actions = Arrays.stream(NoticeAction.values())
			.filter((action) -> actor.scope().write().contains(notice.schoolId())
					&& action.openTo(actor, isDemanded(notice) ? notice.status() : notice.statusOn(today())))
			.toList();
		var toCome = (notice.status() == NoticeStatus.DRAFT)
				? this.candidates.of(actor, notice.roundId(), notice.supplementary()).size() : 0;
		return new NoticePage(summary(notice), notice.roundId(), notice.contact(), notice.body(),
				this.lines.standing(id), toCome, held(actor, notice), this.lines.madeBy(id, actor.userId()),
				registers(actor, notice), actions, this.lines.history(id));
	}

	private List<String> held(Actor actor, Notice notice) {
		return (notice.status().inTheMaking() && actor.scope().write().contains(notice.schoolId()))
				? held(actor, notice.roundId(), notice.supplementary()) : List.of();
	}

	/** Who passed and waits for the conclusion of an objection, by name. */
	List<String> held(Actor actor, long roundId, boolean supplementary) {
		return this.candidates.held(actor, roundId, supplementary).stream().map(CaseView::name).toList();
	}

	/** An upheld objection asks for the whole list anew, and nothing of it is filed. */
	private boolean isDemanded(Notice notice) {
		return notice.status() == NoticeStatus.PUBLISHED && mayBeAnew(notice.id())
				&& this.objections.stream().anyMatch((source) -> source.demandAnew(notice.id()));
	}

	private boolean registers(Actor actor, Notice notice) {
		return takesObjections(notice) && actor.is(Role.OFFICER, Role.PRINCIPAL)
				&& actor.scope().write().contains(notice.schoolId());
	}

	/**
	 * While it is open; and afterwards, since a letter may have come in time, until its
	 * cases are filed.
	 */
	private boolean takesObjections(Notice notice) {
		return notice.status() == NoticeStatus.PUBLISHED && !today().isBefore(notice.dates().opensOn())
				&& (!notice.hasEnded(today()) || this.lines.isUnfiled(notice.id()));
	}

	/** Whether the school may still write down an objection to it. */
	public boolean takesObjections(Actor actor, long id) {
		return takesObjections(own(actor, id));
	}

	/** The whole list can be taken down and published anew. */
	public boolean mayBeAnew(long id) {
		return this.notices.findById(id).filter((notice) -> notice.status() == NoticeStatus.PUBLISHED).isPresent()
				&& this.lines.isUnfiled(id) && !this.lines.isFiled(id);
	}

	/** The round's notice that is not published yet. */
	Optional<NoticeSummary> inTheMaking(RoundView round) {
		return this.notices.ofRound(round.schoolId(), round.id())
			.stream()
			.filter((notice) -> notice.status().inTheMaking())
			.map(this::summary)
			.findFirst();
	}

	/** How many have passed, for the first time or again, and stand on no notice. */
	int passed(Actor actor, long roundId, boolean supplementary) {
		return this.candidates.of(actor, roundId, supplementary).size();
	}

	/** The contact of the school's last notice, to start the next one from. */
	Optional<NoticeContact> lastContact(Actor actor) {
		return this.notices.ofSchools(Set.of(actor.ownSchool())).stream().map(Notice::contact).findFirst();
	}

	/** What objections are made to; a draft has nothing to object to. */
	public PublicNotice paper(Actor actor, long id) {
		var notice = own(actor, id);
		if (notice.status() != NoticeStatus.PUBLISHED) {
			throw new NotFound("paper of notice " + id);
		}
		return published(notice);
	}

	/** The sheet of a notice that was published once, also of one that stands no more. */
	PublicNotice sheet(Actor actor, long id) {
		var notice = own(actor, id);
		if (notice.status().inTheMaking()) {
			throw new NotFound("sheet of notice " + id);
		}
		return published(notice);
	}

	/** When a notice ceased to stand; empty while it may still. */
	Optional<NoticeEnd> end(Actor actor, long id) {
		return own(actor, id).end(today(), this.clock.getZone());
	}

	/** The text as it was published, word for word, kept for the archive. */
	public String publishedText(Actor actor, long id) {
		own(actor, id);
		return this.lines.publishedText(id).orElseThrow(() -> new NotFound("published text of notice " + id));
	}

	/** Every notice that is open today, of all schools. */
	public List<NoticeSummary> open() {
		return this.notices.open(today()).stream().map(this::summary).toList();
	}

	/**
	 * A notice as anybody reads it.
	 * @throws NoticeGone if it has ended or was taken down
	 * @throws NotFound if there is none, or it has not begun
	 */
	public PublicNotice read(long id) {
		var notice = this.notices.findById(id).orElseThrow(() -> new NotFound("notice " + id));
		if (notice.isOpen(today())) {
			return published(notice);
		}
		if (notice.isGone(today())) {
			throw new NoticeGone(id);
		}
		throw new NotFound("notice " + id);
	}

	/**
	 * Who answers for a notice that is gone: of one that was taken down only the school.
	 */
	public GoneNotice gone(long id) {
		var notice = this.notices.findById(id).orElseThrow(() -> new NotFound("notice " + id));
		var contact = notice.contact();
		return (notice.status() == NoticeStatus.WITHDRAWN) ? new GoneNotice(notice.schoolName(), null, null)
				: new GoneNotice(notice.schoolName(), contact.office(), contact.phone());
	}

	private PublicNotice published(Notice notice) {
		return new PublicNotice(summary(notice), notice.body(), notice.contact(), this.lines.standing(notice.id()));
	}

	private NoticeSummary summary(Notice notice) {
		var today = today();
		return new NoticeSummary(notice.id(), notice.schoolName(), notice.title(), notice.docNumber(), notice.people(),
				notice.tierShown(), notice.dates(), notice.statusOn(today), notice.isOpen(today));
	}

	private Notice own(Actor actor, long id) {
		return this.notices.findById(id)
			.filter((notice) -> actor.scope().read().contains(notice.schoolId()))
			.orElseThrow(() -> new NotFound("notice " + id));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
