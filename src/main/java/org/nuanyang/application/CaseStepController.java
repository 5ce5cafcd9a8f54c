package org.nuanyang.application;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The steps that a person takes with one case from its own page; each is a resource under
 * it.
 */
@Controller
class CaseStepController {

	private final IntakeService intake;

	CaseStepController(IntakeService intake) {
		this.intake = intake;
	}

	@PostMapping("/applications/{id}/submission")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String submit(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.submit(actor, id, form.version());
		if (actor.is(Role.OFFICER)) {
			// Who submits does not accept.
			flash.addFlashAttribute("done", new Flash("application.done.SUBMIT.officer"));
			return "redirect:/applications/" + id;
		}
		return done(id, ApplicationAction.SUBMIT, flash);
	}

	@PostMapping("/applications/{id}/correction")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String sendBack(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.sendBack(actor, id, form.version(), form.reason());
		return done(id, ApplicationAction.SEND_BACK, flash);
	}

	@PostMapping("/applications/{id}/acceptance")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String accept(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.accept(actor, id, form.version());
		return done(id, ApplicationAction.ACCEPT, flash);
	}

	@PostMapping("/applications/{id}/assessment")
	@Access(Role.OFFICER)
	String assess(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.assess(actor, id, form.version());
		return done(id, ApplicationAction.ASSESS, flash);
	}

	@PostMapping("/applications/{id}/revisit")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String returnToVisit(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.returnToVisit(actor, id, form.version(), form.reason());
		return done(id, ApplicationAction.RETURN_TO_VISIT, flash);
	}

	@PostMapping("/applications/{id}/reappraisal")
	@Access(Role.OFFICER)
	String returnToClass(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.returnToClass(actor, id, form.version(), form.reason());
		return done(id, ApplicationAction.RETURN_TO_CLASS, flash);
	}

	@PostMapping("/applications/{id}/refusal")
	@Access(Role.OFFICER)
	String refuse(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.refuse(actor, id, form.version(), form.reason());
		return done(id, ApplicationAction.REFUSE, flash);
	}

	@PostMapping("/applications/{id}/withdrawal")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String withdraw(Actor actor, @PathVariable long id, CaseForm form, RedirectAttributes flash) {
		this.intake.withdraw(actor, id, form.version(), form.reason());
		return done(id, ApplicationAction.WITHDRAW, flash);
	}

	private static String done(long id, ApplicationAction action, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("application.done." + action.name()));
		return "redirect:/applications/" + id;
	}

}
