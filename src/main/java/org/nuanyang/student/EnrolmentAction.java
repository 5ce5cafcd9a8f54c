package org.nuanyang.student;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * What may happen to an enrolment, by whom and from which status; the buttons, the
 * service and the tests read it here.
 */
public enum EnrolmentAction {

	TRANSFER_OUT("transfer", EventKind.TRANSFERRED_OUT, EnrolmentStatus.TRANSFERRED_OUT, EnrolmentStatus.ENROLLED,
			EnrolmentStatus.ON_LEAVE),
	TAKE_LEAVE("leave", EventKind.WENT_ON_LEAVE, EnrolmentStatus.ON_LEAVE, EnrolmentStatus.ENROLLED),
	RETURN("return", EventKind.RETURNED, EnrolmentStatus.ENROLLED, EnrolmentStatus.ON_LEAVE),
	GRADUATE("graduation", EventKind.GRADUATED, EnrolmentStatus.GRADUATED, EnrolmentStatus.ENROLLED),
	LEAVE("departure", EventKind.LEFT, EnrolmentStatus.LEFT, EnrolmentStatus.ENROLLED, EnrolmentStatus.ON_LEAVE),
	/** Everything that pays must stop at once: auditors found aid paid to the dead. */
	DIE("death", EventKind.DIED, EnrolmentStatus.LEFT, EnrolmentStatus.ENROLLED, EnrolmentStatus.ON_LEAVE);

	private static final Set<Role> ROLES = Set.of(Role.OFFICER);

	private final String path;

	private final EventKind event;

	private final EnrolmentStatus to;

	private final Set<EnrolmentStatus> from;

	EnrolmentAction(String path, EventKind event, EnrolmentStatus to, EnrolmentStatus... from) {
		this.path = path;
		this.event = event;
		this.to = to;
		this.from = Set.of(from);
	}

	/** The last part of its address: {@code /students/{id}/transfer}. */
	public String path() {
		return this.path;
	}

	public EventKind event() {
		return this.event;
	}

	public EnrolmentStatus to() {
		return this.to;
	}

	public Set<EnrolmentStatus> from() {
		return this.from;
	}

	public boolean isOpen(Actor actor, EnrolmentStatus status) {
		return isFor(actor) && this.from.contains(status);
	}

	public boolean isFor(Actor actor) {
		return ROLES.stream().anyMatch(actor::is);
	}

	/** Nobody graduates before the last grade; who leaves earlier transfers or leaves. */
	public boolean fits(PupilView pupil) {
		return this != GRADUATE || pupil.gradeNumber() < 1 || pupil.gradeNumber() >= pupil.stage().lastGrade();
	}

	public static List<EnrolmentAction> open(Actor actor, PupilView pupil) {
		return Arrays.stream(values())
			.filter((action) -> action.isOpen(actor, pupil.status()) && action.fits(pupil))
			.toList();
	}

	public static Optional<EnrolmentAction> at(String path) {
		return Arrays.stream(values()).filter((action) -> action.path.equals(path)).findFirst();
	}

}
