package org.nuanyang.payee;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.nuanyang.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bank accounts of pupils: entered by one person, in force once another has confirmed.
 */
@Service
@Transactional(readOnly = true)
public class PayeeService {

	private final PayeeRepository payees;

	private final StudentService students;

	private final PayeeChecks checks;

	private final ObjectProvider<OwedPayments> owed;

	private final Vault vault;

	private final Audit audit;

	private final Clock clock;

	PayeeService(PayeeRepository payees, StudentService students, PayeeChecks checks, ObjectProvider<OwedPayments> owed,
			Vault vault, Audit audit, Clock clock) {
		this.payees = payees;
		this.students = students;
		this.checks = checks;
		this.owed = owed;
		this.vault = vault;
		this.audit = audit;
		this.clock = clock;
	}

	/** The account in force. */
	public Optional<PayeeView> confirmedAccount(long enrolmentId) {
		return this.payees.findByEnrolmentIdAndStatus(enrolmentId, PayeeStatus.CONFIRMED).map(Payee::view);
	}

	/**
	 * The accounts in force of many pupils, by enrolment id; a pupil without one is
	 * missing.
	 */
	public Map<Long, PayeeView> confirmedAccounts(Collection<Long> enrolmentIds) {
		return this.payees.findByEnrolmentIdInAndStatus(enrolmentIds, PayeeStatus.CONFIRMED)
			.stream()
			.map(Payee::view)
			.collect(Collectors.toMap(PayeeView::enrolmentId, Function.identity()));
	}

	/**
	 * The full numbers, by payee id, for a payment; recorded with its purpose.
	 * @param purpose a word for the audit trail, such as "batch 17 locked"; no personal
	 * data
	 */
	@Transactional
	public Map<Long, BankAccount> accounts(Actor actor, Collection<Long> payeeIds, String purpose) {
		var found = this.payees.findAllById(payeeIds);
		found.stream()
			.map(Payee::schoolId)
			.distinct()
			.forEach((school) -> this.audit.record(actor, school, "payee.accounts-read", "payee", null,
					Map.of("count", found.size(), "purpose", purpose)));
		return found.stream().collect(Collectors.toMap(Payee::id, Payee::account));
	}

	/** Which of these accounts took the place of another since then, by payee id. */
	public Map<Long, AccountChange> changedSince(long schoolId, Collection<Long> payeeIds, Instant since) {
		var wanted = Set.copyOf(payeeIds);
		return this.payees.changedSince(schoolId, since)
			.stream()
			.map((row) -> new AccountChange((Long) row[0], ((Payee) row[1]).account().masked(), (Instant) row[2]))
			.filter((change) -> wanted.contains(change.payeeId()))
			.collect(Collectors.toMap(AccountChange::payeeId, Function.identity()));
	}

	/** Those of these pupils whose new account waits for a second person. */
	public Set<Long> waitingFor(Collection<Long> enrolmentIds) {
		return this.payees.findByEnrolmentIdInAndStatus(enrolmentIds, PayeeStatus.PENDING)
			.stream()
			.map(Payee::enrolmentId)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Every account ever entered for the pupil, the latest first. */
	List<PayeeView> history(Actor actor, long enrolmentId) {
		requireReader(actor, enrolmentId);
		return this.payees.findByEnrolmentIdOrderByEnteredAtDescIdDesc(enrolmentId).stream().map(Payee::view).toList();
	}

	/** Who entered and who decided these accounts, by their ids. */
	Map<Long, String> people(List<PayeeView> payees) {
		var ids = payees.stream()
			.flatMap((payee) -> Stream.of(payee.enteredById(), payee.decidedById()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return this.payees.people(ids)
			.stream()
			.collect(Collectors.toMap((row) -> ((Number) row[0]).longValue(), (row) -> (String) row[1]));
	}

	/** An account as whoever may see it does. */
	PayeeView seen(Actor actor, long payeeId) {
		return one(actor, payeeId).view();
	}

	/** Accounts of the actor's school that wait for a second person. */
	List<PendingRow> pending(Actor actor) {
		var waiting = this.payees.findBySchoolIdAndStatusOrderByEnteredAtAscIdAsc(actor.ownSchool(),
				PayeeStatus.PENDING);
		var pupils = this.students.pupils(actor, waiting.stream().map(Payee::enrolmentId).toList())
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		return waiting.stream()
			.filter((payee) -> pupils.containsKey(payee.enrolmentId()))
			.map((payee) -> new PendingRow(payee.view(), pupil(pupils, payee.enrolmentId()),
					payee.enteredBy() == actor.userId()))
			.toList();
	}

	private static PupilView pupil(Map<Long, PupilView> pupils, long id) {
		return Objects.requireNonNull(pupils.get(id));
	}

	/** How many of them the actor may decide. */
	long waiting(Actor actor) {
		return actor.school()
			.map((school) -> this.payees.countBySchoolIdAndStatusAndEnteredByNot(school, PayeeStatus.PENDING,
					actor.userId()))
			.orElse(0L);
	}

	/**
	 * Enters an account, to wait for a second person; one still waiting gives way to it,
	 * the one in force stays until the new one is confirmed.
	 */
	@Transactional
	public long enter(Actor actor, long enrolmentId, PayeeEntry entry) {
		if (!actor.is(Role.OFFICER, Role.HEAD_TEACHER)) {
			throw new NotFound("payee of " + enrolmentId);
		}
		var pupil = this.students.pupil(actor, enrolmentId);
		if (!isPayable(pupil)) {
			throw new RuleViolation("payee.pupil.left");
		}
		if (inForce(enrolmentId).filter((payee) -> payee.isSameAs(entry)).isPresent()) {
			throw RuleViolation.on("account", "payee.unchanged");
		}
		this.checks.requireHolder(actor, entry, pupil);
		this.payees.findByEnrolmentIdAndStatus(enrolmentId, PayeeStatus.PENDING).ifPresent((payee) -> {
			payee.withdraw(actor, this.clock.instant());
			// Before the new row, or the two would wait at once for a moment.
			this.payees.saveAndFlush(payee);
		});
		var payee = this.payees.save(new Payee(pupil, entry,
				this.vault.fingerprint(AccountColumn.NAME, entry.account().number()), actor, this.clock.instant()));
		record(actor, payee, "payee.entered", Map.of("relation", entry.relation().name()));
		return payee.id();
	}

	/** Who moved on is still owed what failed, and needs an account for it. */
	private boolean isPayable(PupilView pupil) {
		return pupil.status().isLive() || this.owed.stream().anyMatch((payments) -> payments.isOwed(pupil.id()));
	}

	private Optional<Payee> inForce(long enrolmentId) {
		return this.payees.findByEnrolmentIdAndStatus(enrolmentId, PayeeStatus.CONFIRMED);
	}

	/** What the second person has to see before confirming. */
	List<PayeeWarning> warnings(Actor actor, long payeeId) {
		return this.checks.warnings(actor, one(actor, payeeId));
	}

	/** Whether other pupils of the school have the same account. */
	boolean isShared(Actor actor, long payeeId) {
		return this.checks.isShared(one(actor, payeeId));
	}

	/**
	 * Puts the account in force in place of the former one.
	 * @param warningsSeen that the actor has read the warnings; refused without it when
	 * there are any
	 */
	@Transactional
	public PayeeView confirm(Actor actor, long payeeId, boolean warningsSeen) {
		return confirm(actor, payeeId, warningsSeen, "");
	}

	/**
	 * The same, with what showed that pupils of one account are siblings.
	 */
	@Transactional
	public PayeeView confirm(Actor actor, long payeeId, boolean warningsSeen, String proof) {
		var payee = decidable(actor, payeeId);
		if (!isPayable(this.students.pupil(actor, payee.enrolmentId()))) {
			throw new RuleViolation("payee.confirm.left");
		}
		var shared = this.checks.isShared(payee);
		if (shared && proof.isBlank()) {
			throw RuleViolation.on("proof", "payee.proof.missing");
		}
		if (!warningsSeen && !this.checks.warnings(actor, payee).isEmpty()) {
			throw new RuleViolation("payee.warnings.unseen");
		}
		// Sought before the new one is confirmed: a query would flush that and find it.
		inForce(payee.enrolmentId()).ifPresent((former) -> {
			former.replace();
			// Before the new one takes force: the database allows one at a time.
			this.payees.saveAndFlush(former);
		});
		payee.confirm(actor, warningsSeen, shared ? cut(proof) : null, this.clock.instant());
		record(actor, payee, "payee.confirmed", Map.of("warningsSeen", warningsSeen));
		return this.payees.save(payee).view();
	}

	private static String cut(String text) {
		return (text.strip().length() <= 200) ? text.strip() : text.strip().substring(0, 200);
	}

	@Transactional
	public PayeeView refuse(Actor actor, long payeeId, String reason) {
		if (reason.isBlank()) {
			throw RuleViolation.on("reason", "payee.reason.missing");
		}
		var payee = decidable(actor, payeeId);
		payee.refuse(actor, reason.strip(), this.clock.instant());
		record(actor, payee, "payee.refused", Map.of());
		return this.payees.save(payee).view();
	}

	/** Shows the full number to who has to compare it, for a purpose that is recorded. */
	@Transactional
	public BankAccount reveal(Actor actor, long payeeId, String purpose) {
		if (purpose.strip().length() < 4) {
			throw RuleViolation.on("purpose", "payee.purpose.missing");
		}
		if (!actor.is(Role.FINANCE, Role.OFFICER)) {
			throw new NotFound("payee " + payeeId);
		}
		var payee = one(actor, payeeId);
		record(actor, payee, "payee.revealed", Map.of("purpose", purpose.strip()));
		return payee.account();
	}

	/** The pupil whose account it is. */
	long enrolmentOf(Actor actor, long payeeId) {
		return one(actor, payeeId).enrolmentId();
	}

	private Payee decidable(Actor actor, long payeeId) {
		if (!actor.is(Role.FINANCE, Role.OFFICER)) {
			throw new NotFound("payee " + payeeId);
		}
		return one(actor, payeeId);
	}

	private Payee one(Actor actor, long payeeId) {
		var payee = this.payees.findById(payeeId).orElseThrow(() -> new NotFound("payee " + payeeId));
		requireReader(actor, payee.enrolmentId());
		return payee;
	}

	private void requireReader(Actor actor, long enrolmentId) {
		if (!actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR)) {
			throw new NotFound("payee of " + enrolmentId);
		}
		this.students.pupil(actor, enrolmentId);
	}

	private void record(Actor actor, Payee payee, String action, Map<String, ?> details) {
		this.audit.record(actor, payee.schoolId(), action, "payee", payee.id(), details);
	}

	/**
	 * A line of the list.
	 *
	 * @param own entered by the reader, who may therefore not decide
	 */
	record PendingRow(PayeeView payee, PupilView pupil, boolean own) {

	}

}
