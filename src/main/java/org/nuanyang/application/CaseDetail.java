package org.nuanyang.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentBoard;
import org.nuanyang.household.CategoryView;
import org.nuanyang.household.Correction;
import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.Difference;
import org.nuanyang.identification.AssessmentView;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.payee.PayeeView;
import org.nuanyang.student.PupilView;

/**
 * Everything that the page of one case shows.
 *
 * @param declared as it stands in this case
 * @param frozenAt when it was submitted, or null while it may still change
 * @param changes what is registered now other than it was submitted
 * @param entitling the membership that decided the tier, if there is one and this person
 * may know of it
 * @param visited this year, and since another visit was asked for
 * @param revisit who asked for another visit that nobody has made yet
 * @param mayPrepare the person fills in what the case rests on
 */
record CaseDetail(CaseView application, PupilView pupil, RoundView round, @Nullable DeclaredHousehold declared,
		@Nullable Instant frozenAt, List<Difference> changes, List<ComparedFact> facts,
		@Nullable AssessmentView assessment, @Nullable CategoryView entitling, @Nullable PayeeView payee,
		boolean visited, @Nullable CaseEvent revisit, List<CaseEvent> history, List<Button> buttons,
		Optional<NextStep> next, List<CasePart.Card> parts, AttachmentBoard attachments, List<CaseSection> sections,
		List<ProgrammeChoice.Choice> programmes, boolean mayPrepare, boolean printer) {

	/** The head teacher fills it in with the family, the others file it. */
	public boolean mayPrint() {
		return this.printer;
	}

	/** Submitted, the form asks for what it asks for. */
	public boolean mayChoose() {
		return this.mayPrepare && ApplicationAction.SUBMIT.isOpen(this.application.status());
	}

	/** Why it was sent back, until it is handed in again. */
	public @Nullable Correction correction() {
		return CaseCorrections.of(this.application, this.history, this.sections).orElse(null);
	}

	public long differences() {
		return this.facts.stream().filter(ComparedFact::differs).count();
	}

	public long completeSections() {
		return this.sections.stream().filter(CaseSection::isComplete).count();
	}

	public boolean asksReason() {
		return this.buttons.stream().anyMatch((button) -> button.action.needsReason());
	}

	public boolean hindered() {
		return this.buttons.stream().anyMatch((button) -> !button.isReady());
	}

	/** A step open to this person on this case, and what still stands in its way. */
	record Button(ApplicationAction action, @Nullable RuleViolation obstacle) {

		public boolean isReady() {
			return this.obstacle == null;
		}

		/** The step forward stands out; the steps that end a case are set apart. */
		public String style() {
			return switch (this.action) {
				case WITHDRAW, REFUSE -> "btn-danger-line";
				case SEND_BACK, RETURN_TO_VISIT, RETURN_TO_CLASS -> "";
				default -> "btn-primary";
			};
		}

	}

}
