package org.nuanyang.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.application.NextStep;
import org.nuanyang.audit.Audit;
import org.nuanyang.audit.Deed;
import org.nuanyang.job.JobEnded;
import org.nuanyang.job.JobSeen;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Scope;
import org.nuanyang.web.WorkItem;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages as things happen, and shows everybody their own. */
@Service
@Transactional
public class InboxService {

	private static final int SIZE = 30;

	private static final String OTHERS = "application.work.others.";

	private final InboxRepository inbox;

	private final Audit audit;

	private final Clock clock;

	InboxService(InboxRepository inbox, Audit audit, Clock clock) {
		this.inbox = inbox;
		this.audit = audit;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(Deed deed) {
		News.of(deed).ifPresent((news) -> {
			var school = deed.schoolId();
			var subject = deed.subjectId();
			if (school == null || subject == null || news == News.BANK_FAILED && !this.inbox.hasFailed(subject)) {
				return;
			}
			this.inbox.add(deed.actor(), school, recipients(news, school, subject),
					new Draft(news, deed.subjectType(), subject, news.path(subject), null, null, null),
					OffsetDateTime.now(this.clock));
		});
	}

	/** One that has no school is of a county's administration, and stands in its list. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(JobEnded job) {
		var school = job.schoolId();
		if (school != null && Scope.current().write().contains(school)) {
			var news = job.done() ? News.JOB_DONE : News.JOB_FAILED;
			this.inbox.add(null, school, Set.of(job.ownerId()),
					new Draft(news, "job", job.id(), news.path(job.id()), job.titleKey(), null, null),
					OffsetDateTime.now(this.clock));
		}
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(JobSeen job) {
		this.inbox.readAbout("job", job.id(), job.ownerId(), OffsetDateTime.now(this.clock));
	}

	/** A head teacher hears of the own class only. */
	private Set<Long> recipients(News news, long school, long subject) {
		var recipients = new HashSet<Long>();
		var roles = new HashSet<>(news.roles());
		if (roles.remove(Role.HEAD_TEACHER)) {
			recipients.addAll(this.inbox.headTeacher(subject));
		}
		if (!roles.isEmpty()) {
			recipients.addAll(this.inbox.holders(school, roles));
		}
		if (news == News.OBJECTION) {
			recipients.addAll(this.inbox.otherExaminers(school, subject));
		}
		return recipients;
	}

	/** Who may be waited for in a line of this person's workbench. */
	@Transactional(readOnly = true)
	public Set<Long> waitedFor(Actor actor, WorkItem item) {
		var people = new HashSet<>(waitedFor(actor.ownSchool(), item));
		people.remove(actor.userId());
		return people;
	}

	/**
	 * Reminds those for whom a line of the workbench waits; once a day and line, whoever
	 * of the school did.
	 * @param own what waits for each of them, as they read it
	 * @return how many were reminded
	 */
	public int remind(Actor actor, WorkItem item, Map<Long, WorkItem> own) {
		var school = actor.ownSchool();
		if (reminded(actor).containsKey(item.line())) {
			throw new RuleViolation("inbox.reminded");
		}
		if (own.isEmpty()) {
			throw new RuleViolation("inbox.nobody");
		}
		var due = notYet(school, own);
		if (due.isEmpty()) {
			throw new RuleViolation("inbox.reminded");
		}
		var now = OffsetDateTime.now(this.clock);
		due.forEach((person, line) -> this.inbox.add(actor, school, Set.of(person),
				new Draft(News.REMINDER, "work", null, line.path(), line.key(), line.count(), item.line()), now));
		this.audit.record(actor, school, "inbox.reminded", "school", school,
				Map.of("work", item.key(), "people", due.size()));
		return due.size();
	}

	/** Without those whom somebody has reminded of the same today from another line. */
	private Map<Long, WorkItem> notYet(long school, Map<Long, WorkItem> own) {
		var reminded = own.values()
			.stream()
			.distinct()
			.collect(Collectors.toMap(WorkItem::line, (line) -> this.inbox.remindedOf(school, line, today()),
					(one, same) -> one));
		return own.entrySet()
			.stream()
			.filter((one) -> !reminded.getOrDefault(one.getValue().line(), Set.of()).contains(one.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private OffsetDateTime today() {
		return LocalDate.now(this.clock).atStartOfDay(this.clock.getZone()).toOffsetDateTime();
	}

	/** The lines of which anybody of the person's school has reminded today, and when. */
	@Transactional(readOnly = true)
	public Map<String, Instant> reminded(Actor actor) {
		return actor.school().map((school) -> this.inbox.reminded(school, today())).orElse(Map.of());
	}

	private Set<Long> waitedFor(long school, WorkItem item) {
		if (item.by().contains(Role.HEAD_TEACHER) && item.key().startsWith(OTHERS)) {
			var step = NextStep.valueOf(item.key().substring(OTHERS.length()));
			return this.inbox.headTeachers(school, SchoolYear.of(LocalDate.now(this.clock)).firstYear(),
					step.statuses().stream().map(Enum::name).toList());
		}
		return this.inbox.holders(school, item.by());
	}

	@Transactional(readOnly = true)
	long count(Actor actor) {
		return this.inbox.count(actor);
	}

	@Transactional(readOnly = true)
	Paged<Message> page(Actor actor, boolean unread, int page) {
		return this.inbox.page(actor, unread, Math.max(1, page), SIZE);
	}

	/** Marks it as read and says where it leads. */
	String open(Actor actor, long id) {
		var path = this.inbox.path(actor, id).orElseThrow(() -> new NotFound("message " + id));
		this.inbox.read(actor, id, OffsetDateTime.now(this.clock));
		return path;
	}

	int readAll(Actor actor) {
		return this.inbox.readAll(actor, OffsetDateTime.now(this.clock));
	}

}
