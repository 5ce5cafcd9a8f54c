package org.nuanyang.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.context.MessageSourceResolvable;

import static org.nuanyang.application.ApplicationStatus.ACCEPTED;
import static org.nuanyang.application.ApplicationStatus.ADJUSTED;
import static org.nuanyang.application.ApplicationStatus.CLASS_APPRAISED;
import static org.nuanyang.application.ApplicationStatus.DRAFT;
import static org.nuanyang.application.ApplicationStatus.ENDED;
import static org.nuanyang.application.ApplicationStatus.NOT_PASSED;
import static org.nuanyang.application.ApplicationStatus.OBJECTED;
import static org.nuanyang.application.ApplicationStatus.ON_NOTICE;
import static org.nuanyang.application.ApplicationStatus.PASSED;
import static org.nuanyang.application.ApplicationStatus.RECOGNISED;
import static org.nuanyang.application.ApplicationStatus.REFUSED;
import static org.nuanyang.application.ApplicationStatus.SENT_BACK;
import static org.nuanyang.application.ApplicationStatus.SUBMITTED;
import static org.nuanyang.application.ApplicationStatus.VISITED;
import static org.nuanyang.application.ApplicationStatus.WITHDRAWN;
import static org.nuanyang.kernel.Role.COUNSELLOR;
import static org.nuanyang.kernel.Role.FINANCE;
import static org.nuanyang.kernel.Role.HEAD_TEACHER;
import static org.nuanyang.kernel.Role.OFFICER;
import static org.nuanyang.kernel.Role.PRINCIPAL;
import static org.nuanyang.kernel.Role.REVIEWER;

/**
 * The action table of a case: who may do what to it, from which status, and where it
 * leads. Buttons, services and tests read this one table.
 */
public enum ApplicationAction implements MessageSourceResolvable {

	/** Draws the case up; there is no status before it. */
	CREATE(DRAFT, by(HEAD_TEACHER, OFFICER), when()),
	/** The resource a button posts to: {@code /applications/{id}/submission}. */
	SUBMIT(SUBMITTED, by(HEAD_TEACHER, OFFICER), when(DRAFT, SENT_BACK), "submission"),
	SEND_BACK(SENT_BACK, by(OFFICER, PRINCIPAL), when(SUBMITTED, ACCEPTED, VISITED, CLASS_APPRAISED), "correction"),
	ACCEPT(ACCEPTED, by(OFFICER, PRINCIPAL), when(SUBMITTED), "acceptance"),
	/** Follows from a home visit; nobody presses it. */
	RECORD_VISIT(VISITED, by(HEAD_TEACHER, OFFICER, PRINCIPAL), when(ACCEPTED)),
	/** Scores the verified facts; the case stays where it is. */
	ASSESS(VISITED, by(OFFICER), when(VISITED), "assessment"),
	APPRAISE(CLASS_APPRAISED, by(HEAD_TEACHER), when(VISITED)),
	/** The family is visited once more and assessed anew; the form stands as it is. */
	RETURN_TO_VISIT(ACCEPTED, by(OFFICER, PRINCIPAL), when(VISITED, CLASS_APPRAISED), "revisit"),
	RETURN_TO_CLASS(VISITED, by(OFFICER), when(CLASS_APPRAISED), "reappraisal"),
	/** By a leader of the committee where the principal stayed away (ADR 18). */
	PASS(PASSED, by(PRINCIPAL, REVIEWER), when(CLASS_APPRAISED)),
	NOT_PASS(NOT_PASSED, by(PRINCIPAL, REVIEWER), when(CLASS_APPRAISED)),
	PUT_ON_NOTICE(ON_NOTICE, by(OFFICER, PRINCIPAL), when(PASSED)),
	/** Follows from a notice withdrawn before its end; nobody presses it. */
	TAKE_OFF_NOTICE(PASSED, by(OFFICER, PRINCIPAL), when(ON_NOTICE, OBJECTED)),
	/** Follows from an objection that somebody without a hand in the case examines. */
	OBJECT(OBJECTED, by(OFFICER, PRINCIPAL, REVIEWER, FINANCE, COUNSELLOR), when(ON_NOTICE)),
	RESUME_NOTICE(ON_NOTICE, by(OFFICER, PRINCIPAL, REVIEWER, FINANCE, COUNSELLOR), when(OBJECTED)),
	/** Back to the committee: an upheld objection, or a decision taken back. */
	RETURN(CLASS_APPRAISED, by(OFFICER, PRINCIPAL, REVIEWER, FINANCE, COUNSELLOR),
			when(PASSED, NOT_PASSED, ON_NOTICE, OBJECTED)),
	RECOGNISE(RECOGNISED, by(OFFICER), when(ON_NOTICE)), REFUSE(REFUSED, by(OFFICER), when(NOT_PASSED), "refusal"),
	WITHDRAW(WITHDRAWN, by(HEAD_TEACHER, OFFICER),
			when(DRAFT, SUBMITTED, SENT_BACK, ACCEPTED, VISITED, CLASS_APPRAISED), "withdrawal"),
	/** Follows from a termly re-check that another person confirms; nobody presses it. */
	ADJUST(ADJUSTED, by(PRINCIPAL), when(RECOGNISED, ADJUSTED)),
	/** Likewise: transferred, graduated, on leave, died, better off, or false. */
	END(ENDED, by(PRINCIPAL), when(RECOGNISED, ADJUSTED));

	/** Those that cannot be taken without saying why. */
	private static final Set<String> WITH_REASON = Set.of("SEND_BACK", "RETURN_TO_VISIT", "RETURN_TO_CLASS", "RETURN",
			"WITHDRAW", "ADJUST", "END");

	private final ApplicationStatus to;

	private final Set<Role> roles;

	private final Set<ApplicationStatus> from;

	private final @Nullable String resource;

	ApplicationAction(ApplicationStatus to, Set<Role> roles, Set<ApplicationStatus> from) {
		this(to, roles, from, null);
	}

	ApplicationAction(ApplicationStatus to, Set<Role> roles, Set<ApplicationStatus> from, @Nullable String resource) {
		this.to = to;
		this.roles = roles;
		this.from = from;
		this.resource = resource;
	}

	public ApplicationStatus to() {
		return this.to;
	}

	public Set<Role> roles() {
		return this.roles;
	}

	public Set<ApplicationStatus> from() {
		return this.from;
	}

	/**
	 * The resource under the case that its button posts to, or null for a step taken
	 * elsewhere.
	 */
	public @Nullable String resource() {
		return this.resource;
	}

	public boolean needsReason() {
		return WITH_REASON.contains(name());
	}

	public boolean isOpen(ApplicationStatus status) {
		return this.from.contains(status);
	}

	public boolean isOpenTo(Actor actor) {
		return this.roles.stream().anyMatch(actor::is);
	}

	/** What this person may do to a case in this status on its own page. */
	public static List<ApplicationAction> buttons(Actor actor, ApplicationStatus status) {
		return Arrays.stream(values())
			.filter((action) -> action.resource != null && action.isOpen(status) && action.isOpenTo(actor))
			.toList();
	}

	@Override
	public String[] getCodes() {
		return new String[] { "application.action." + name() };
	}

	private static Set<Role> by(Role... roles) {
		return Set.of(roles);
	}

	private static Set<ApplicationStatus> when(ApplicationStatus... from) {
		return from.length == 0 ? Set.of() : EnumSet.copyOf(List.of(from));
	}

}
