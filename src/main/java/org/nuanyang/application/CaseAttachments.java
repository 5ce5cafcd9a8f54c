package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.nuanyang.attachment.AttachmentGuard;
import org.nuanyang.attachment.AttachmentHolder;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Component;

/**
 * The papers of a case: open to whoever may open the case, changed by who prepares it
 * until it is closed. Missing papers hinder nobody (ADR 8), so they come after the
 * decision, too; what the committee had before it stays.
 */
@Component
class CaseAttachments implements AttachmentGuard {

	static final String OWNER = "application";

	/** Withdrawn or refused and closed: nothing is missing any more. */
	private static final Set<ApplicationStatus> CLOSED = EnumSet.of(ApplicationStatus.WITHDRAWN,
			ApplicationStatus.REFUSED);

	private final CaseReader cases;

	private final CaseHistory history;

	private final HouseholdService households;

	private final CaseDeclaration declarations;

	private final AttachmentService attachments;

	private final Clock clock;

	CaseAttachments(CaseReader cases, CaseHistory history, HouseholdService households, CaseDeclaration declarations,
			AttachmentService attachments, Clock clock) {
		this.cases = cases;
		this.history = history;
		this.households = households;
		this.declarations = declarations;
		this.attachments = attachments;
		this.clock = clock;
	}

	@Override
	public String ownerType() {
		return OWNER;
	}

	@Override
	public AttachmentHolder holder(Actor actor, long id) {
		// Finance and administration never see hardship material.
		if (!HouseholdService.mayRead(actor)) {
			throw new NotFound("papers of application " + id);
		}
		var application = this.cases.one(actor, id).orElseThrow(() -> new NotFound("application " + id));
		var open = !CLOSED.contains(application.status());
		return new AttachmentHolder(application.schoolId(), "/applications/" + id, slots(actor, application),
				open && ApplicationAction.SUBMIT.isOpenTo(actor),
				open && actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL),
				this.history.decidedAt(id).orElse(null));
	}

	/** Those of every case, those asked for, and those that hold something. */
	private List<AttachmentSlot> slots(Actor actor, CaseView application) {
		var declared = this.declarations.of(actor, application).orElse(null);
		var entitled = this.households.categoryCodes(actor, application.enrolmentId(), LocalDate.now(this.clock))
			.stream()
			.anyMatch((code) -> code.startsWith("P"));
		var filled = this.attachments.filled(application.schoolId(), new AttachmentOwner(OWNER, application.id()));
		return Arrays.stream(CaseSlot.values())
			.filter((slot) -> slot.isGeneral() || slot.isNeeded(application.route(), declared, entitled)
					|| filled.contains(slot.code()))
			.map((slot) -> slot.slot(slot.isNeeded(application.route(), declared, entitled)))
			.toList();
	}

}
