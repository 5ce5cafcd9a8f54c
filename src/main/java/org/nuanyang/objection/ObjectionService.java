package org.nuanyang.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationAction;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.NoticeBoard;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.notice.PublicWords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objections as the school handles them: entered, examined by somebody who did not decide
 * the case, concluded, answered. Who objected is told to the handler, the principal and
 * the auditor only, and each time recorded.
 */
@Service
@Transactional(readOnly = true)
public class ObjectionService {

	private static final int LONGEST_PURPOSE = 200;

	private final Objections objections;

	private final Examiners examiners;

	private final FollowUps followUps;

	private final ApplicationService applications;

	private final NoticeService notices;

	private final NoticeBoard board;

	private final PublicWords publicWords;

	private final AnswerDay answerDay;

	private final Audit audit;

	private final Clock clock;

	ObjectionService(Objections objections, Examiners examiners, FollowUps followUps, ApplicationService applications,
			NoticeService notices, NoticeBoard board, PublicWords publicWords, AnswerDay answerDay, Audit audit,
			Clock clock) {
		this.objections = objections;
		this.examiners = examiners;
		this.followUps = followUps;
		this.applications = applications;
		this.notices = notices;
		this.board = board;
		this.publicWords = publicWords;
		this.answerDay = answerDay;
		this.audit = audit;
		this.clock = clock;
	}

	/** The open ones first, by the day they are due. */
	public List<ObjectionRow> list(Actor actor) {
		return this.objections.list(actor.scope().read()).stream().filter((row) -> sees(actor, row)).toList();
	}

	/** What nobody has taken up waits for whoever may, the rest for who has. */
	boolean waitsFor(Actor actor, ObjectionRow row) {
		return row.isOpen() && ((row.status() == ObjectionStatus.REGISTERED) ? mayExamine(actor, row)
				: Objects.equals(row.handlerId(), actor.userId()));
	}

	/** Other staff read what they may take up or have taken up, and nothing else. */
	private boolean sees(Actor actor, ObjectionRow row) {
		return actor.is(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR) || Objects.equals(row.handlerId(), actor.userId())
				|| mayExamine(actor, row);
	}

	public ObjectionPage show(Actor actor, long id) {
		var stored = stored(actor, id);
		var row = stored.row();
		var conflict = isInvolved(actor, row);
		var actions = Arrays.stream(ObjectionAction.values())
			.filter((action) -> action.isOpenTo(actor, row.status()) && isFor(actor, action, row, conflict))
			.toList();
		var anonymous = this.objections.reporter(id).isEmpty();
		var stuck = row.status() == ObjectionStatus.REGISTERED && !hasTaker(row);
		var answer = stored.answer();
		return new ObjectionPage(row, Masked.of(stored.words()), masked(stored.evidence()), stored.means(),
				masked(stored.finding()), stored.handling(), (answer != null) ? answer.masked() : null,
				stored.registeredBy(), stored.registeredAt(), anonymous, conflict, stuck,
				this.followUps.of(id).map(Followed::masked).orElse(null), actions,
				!anonymous && maySeeReporter(actor, row), this.objections.history(id));
	}

	private static @Nullable String masked(@Nullable String words) {
		return (words != null) ? Masked.of(words) : null;
	}

	/** Why somebody cannot take a step of an objection. */
	RuleViolation refusal(ObjectionPage page, ObjectionAction action) {
		if (page.conflict()) {
			return new RuleViolation("objection.refused.involved");
		}
		if (page.row().status() == ObjectionStatus.REGISTERED) {
			return new RuleViolation("objection.refused.not-taken-up");
		}
		var handler = page.row().handlerName();
		return (action.isOpen(page.row().status()) && handler != null)
				? new RuleViolation("objection.refused.handler", handler)
				: new RuleViolation("objection.refused.status");
	}

	/** Whoever had no hand in the case or the notice. */
	boolean mayExamine(Actor actor, ObjectionRow row) {
		return ObjectionAction.EXAMINE.isOpenTo(actor, row.status()) && !isInvolved(actor, row);
	}

	private static boolean isFor(Actor actor, ObjectionAction action, ObjectionRow row, boolean conflict) {
		var own = Objects.equals(row.handlerId(), actor.userId());
		return !conflict && own != (action == ObjectionAction.EXAMINE);
	}

	private boolean isInvolved(Actor actor, ObjectionRow row) {
		return this.examiners.isInvolved(row.id(), actor.userId());
	}

	/** Some account of the school may take it up. */
	boolean hasTaker(ObjectionRow row) {
		return this.examiners.anybody(row.id());
	}

	/** Never a class teacher, whatever else the person is. */
	private boolean maySeeReporter(Actor actor, ObjectionRow row) {
		return !actor.is(Role.HEAD_TEACHER)
				&& (Objects.equals(row.handlerId(), actor.userId()) || actor.is(Role.PRINCIPAL, Role.AUDITOR));
	}

	/** Written down for who came, rang or wrote. */
	@Transactional
	public long register(Actor actor, Draft draft) {
		long school = this.objections.schoolOf(draft.noticeId())
			.filter((id) -> actor.scope().write().contains(id))
			.orElseThrow(() -> new NotFound("notice " + draft.noticeId()));
		if (!this.board.takesObjections(actor, draft.noticeId())) {
			throw new RuleViolation("objection.refused.notice");
		}
		if (draft.receivedOn().isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("receivedOn", "objection.received.future");
		}
		var id = this.objections.add(school, draft, this.answerDay.of(draft.receivedOn()), actor.userId(), null);
		var row = stored(actor, id).row();
		if (draft.position() != null && row.applicationId() == null) {
			throw RuleViolation.on("line", "objection.position.unknown");
		}
		if (row.applicationId() != null
				&& ApplicationStatus.STANDING.contains(this.applications.one(actor, row.applicationId()).status())) {
			throw RuleViolation.on("line", "objection.position.recognised");
		}
		this.objections.happened(id, school, "REGISTER", actor);
		this.audit.record(actor, school, "objection.registered", "objection", id,
				Map.of("notice", draft.noticeId(), "channel", draft.channel().name()));
		return id;
	}

	/**
	 * Takes it up, or over; its case is not filed before the conclusion.
	 * @param from who had it on the page that was shown, or null: a colleague who took it
	 * up meanwhile is not overruled unawares
	 */
	@Transactional
	public void examine(Actor actor, long id, @Nullable Long from) {
		var stored = allowed(actor, id, ObjectionAction.EXAMINE);
		var row = stored.row();
		if (row.handlerId() != null && !row.handlerId().equals(from) && row.handlerId() != actor.userId()) {
			throw new RuleViolation("objection.refused.taken", String.valueOf(row.handlerName()));
		}
		if (isInvolved(actor, row)) {
			throw new RuleViolation("objection.refused.involved");
		}
		if (Objects.equals(row.handlerId(), actor.userId()) || !this.objections.examine(row, actor)) {
			throw new RuleViolation("objection.refused.status");
		}
		if (row.applicationId() != null && status(actor, row.applicationId()) == ApplicationStatus.ON_NOTICE) {
			this.applications.object(actor, row.applicationId(), null);
		}
		happened(stored, ObjectionAction.EXAMINE, actor, Map.of());
	}

	/**
	 * What the examination came to. Upheld, the case goes back to the committee; about no
	 * case, something is to be done by somebody.
	 */
	@Transactional
	public void conclude(Actor actor, long id, Conclusion conclusion) {
		var stored = allowed(actor, id, ObjectionAction.CONCLUDE);
		onlyHandler(actor, stored.row());
		var theCase = stored.row().applicationId();
		if (!this.objections.conclude(id, conclusion.checked(theCase != null))) {
			throw new RuleViolation("objection.refused.status");
		}
		if (theCase == null) {
			this.followUps.begin(stored.row(), stored.schoolId(), conclusion);
		}
		else if (conclusion.outcome().reopens()) {
			reopen(actor, theCase, conclusion.task());
		}
		else if (status(actor, theCase) == ApplicationStatus.OBJECTED
				&& !this.objections.isExaminedElsewhere(theCase, id)) {
			this.applications.resumeNotice(actor, theCase, null);
		}
		happened(stored, ObjectionAction.CONCLUDE, actor, Map.of("outcome", conclusion.outcome().name()));
	}

	/** Back to the committee and off the notice; another objection may have done it. */
	private void reopen(Actor actor, long theCase, @Nullable String task) {
		if (task == null) {
			throw RuleViolation.on("task", "objection.task.missing");
		}
		if (ApplicationAction.RETURN.isOpen(status(actor, theCase))) {
			this.applications.backToReview(actor, theCase, task);
			this.notices.takeOut(actor, theCase);
		}
	}

	@Transactional
	public void answer(Actor actor, long id, Answer answer) {
		var stored = allowed(actor, id, ObjectionAction.ANSWER);
		onlyHandler(actor, stored.row());
		if (answer.on().isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("answeredOn", "objection.answeredOn.future");
		}
		if (answer.on().isBefore(stored.row().receivedOn())) {
			throw RuleViolation.on("answeredOn", "objection.answeredOn.early");
		}
		this.publicWords.risks(stored.row().noticeId(), answer.words()).stream().findFirst().ifPresent((risk) -> {
			throw RuleViolation.on("answer", "objection.answer.private." + risk);
		});
		if (!this.objections.answer(id, answer)) {
			throw new RuleViolation("objection.refused.status");
		}
		happened(stored, ObjectionAction.ANSWER, actor,
				Map.of("channel", answer.channel().name(), "satisfaction", answer.satisfaction().name()));
	}

	/** Tells who objected, for a stated purpose. */
	@Transactional
	Reporter reveal(Actor actor, long id, @Nullable String purpose) {
		var stored = stored(actor, id);
		if (!maySeeReporter(actor, stored.row())) {
			throw new NotFound("reporter of objection " + id);
		}
		if (purpose == null || purpose.isBlank()) {
			throw RuleViolation.on("purpose", "objection.purpose.missing");
		}
		if (purpose.strip().length() > LONGEST_PURPOSE) {
			throw RuleViolation.on("purpose", "objection.purpose.long", LONGEST_PURPOSE);
		}
		var reporter = this.objections.reporter(id).orElseThrow(() -> new NotFound("reporter of objection " + id));
		this.audit.record(actor, stored.schoolId(), "objection.reporter-read", "objection", id,
				Map.of("purpose", purpose.strip()));
		return reporter;
	}

	private Objections.Stored allowed(Actor actor, long id, ObjectionAction action) {
		var stored = stored(actor, id);
		if (!actor.scope().write().contains(stored.schoolId()) || !action.isOpenTo(actor, stored.row().status())) {
			throw new RuleViolation("objection.refused.status");
		}
		return stored;
	}

	private static void onlyHandler(Actor actor, ObjectionRow row) {
		if (!Objects.equals(row.handlerId(), actor.userId())) {
			throw new RuleViolation("objection.refused.handler", String.valueOf(row.handlerName()));
		}
	}

	private Objections.Stored stored(Actor actor, long id) {
		return this.objections.find(actor.scope().read(), id)
			.filter((stored) -> sees(actor, stored.row()))
			.orElseThrow(() -> new NotFound("objection " + id));
	}

	private ApplicationStatus status(Actor actor, long theCase) {
		return this.applications.one(actor, theCase).status();
	}

	private void happened(Objections.Stored stored, ObjectionAction action, Actor actor, Map<String, ?> details) {
		this.objections.happened(stored.row().id(), stored.schoolId(), action.name(), actor);
		this.audit.record(actor, stored.schoolId(), "objection." + action.recorded(), "objection", stored.row().id(),
				details);
	}

}
