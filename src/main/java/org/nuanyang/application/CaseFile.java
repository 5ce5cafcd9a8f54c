package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.household.CategoryView;
import org.nuanyang.household.FrozenDeclaration;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.identification.AssessmentView;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.payee.PayeeService;
import org.nuanyang.student.StudentService;
import org.nuanyang.visit.VisitService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what one case rests on, for its page. */
@Service
@Transactional
class CaseFile {

	private final CaseReader cases;

	private final CaseHistory history;

	private final RoundService rounds;

	private final Readiness readiness;

	private final StudentService students;

	private final HouseholdService households;

	private final CaseDeclaration declarations;

	private final VisitService visits;

	private final PayeeService payees;

	private final IdentificationService identification;

	private final AttachmentService attachments;

	private final CaseCompleteness completeness;

	private final ProgrammeChoice choice;

	private final List<CasePart> parts;

	private final Clock clock;

	CaseFile(CaseReader cases, CaseHistory history, RoundService rounds, Readiness readiness, StudentService students,
			HouseholdService households, CaseDeclaration declarations, VisitService visits, PayeeService payees,
			IdentificationService identification, AttachmentService attachments, CaseCompleteness completeness,
			ProgrammeChoice choice, ObjectProvider<CasePart> parts, Clock clock) {
		this.clock = clock;
		this.cases = cases;
		this.history = history;
		this.rounds = rounds;
		this.readiness = readiness;
		this.students = students;
		this.households = households;
		this.declarations = declarations;
		this.visits = visits;
		this.payees = payees;
		this.identification = identification;
		this.attachments = attachments;
		this.completeness = completeness;
		this.choice = choice;
		this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
	}

	CaseDetail open(Actor actor, long id) {
		var application = this.cases.one(actor, id).orElseThrow(() -> new NotFound("application " + id));
		var pupil = application.enrolmentId();
		var declared = this.declarations.of(actor, application);
		var facts = ComparedFact.beside(declared, this.households.facts(actor, pupil, application.year()));
		var assessment = (application.assessmentId() != null)
				? this.identification.assessment(actor, application.assessmentId()) : null;
		var history = this.history.of(id);
		var revisit = application.status().isOver() ? null : CaseEvent.revisit(history).orElse(null);
		return new CaseDetail(application, this.students.pupil(actor, pupil), this.rounds.one(application.roundId()),
				declared.orElse(null),
				this.declarations.submitted(actor, application).map(FrozenDeclaration::frozenAt).orElse(null),
				this.declarations.changes(actor, application), facts, assessment,
				(assessment != null) ? entitling(actor, pupil, assessment) : null,
				this.payees.confirmedAccount(pupil).orElse(null),
				revisit == null && this.visits.visited(pupil, application.year()), revisit, history,
				buttons(actor, application), application.next(), cards(actor, application),
				this.attachments.board(actor, new AttachmentOwner(CaseAttachments.OWNER, id)),
				this.completeness.sections(actor, application), this.choice.of(application),
				ApplicationAction.SUBMIT.isOpenTo(actor), actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL));
	}

	/** As it was valid on the day of the assessment. */
	private @Nullable CategoryView entitling(Actor actor, long pupil, AssessmentView assessment) {
		var named = assessment.directCategory();
		var day = LocalDate.ofInstant(assessment.assessedAt(), this.clock.getZone());
		return (named == null) ? null
				: this.households.categories(actor, pupil, day)
					.stream()
					.filter((category) -> category.name().equals(named.zh()))
					.findFirst()
					.orElse(null);
	}

	private List<CaseDetail.Button> buttons(Actor actor, CaseView application) {
		return ApplicationAction.buttons(actor, application.status())
			.stream()
			.map((action) -> new CaseDetail.Button(action,
					this.readiness.obstacle(actor, application, action).orElse(null)))
			.toList();
	}

	private List<CasePart.Card> cards(Actor actor, CaseView application) {
		return this.parts.stream().flatMap((part) -> part.card(actor, application).stream()).toList();
	}

}
