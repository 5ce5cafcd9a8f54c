package org.nuanyang.payee;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.StudentService;
import org.nuanyang.web.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of one pupil, and the form to enter one. */
@Controller
class PayeeController {

	private final PayeeService payees;

	private final StudentService students;

	private final AttachmentService attachments;

	PayeeController(PayeeService payees, StudentService students, AttachmentService attachments) {
		this.payees = payees;
		this.students = students;
		this.attachments = attachments;
	}

	@GetMapping("/students/{id}/payee")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, Model model) {
		return page(actor, id, null, model);
	}

	private String page(Actor actor, long id, @Nullable BankAccount revealed, Model model) {
		var history = this.payees.history(actor, id);
		var pending = of(history, PayeeStatus.PENDING);
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("confirmed", of(history, PayeeStatus.CONFIRMED));
		model.addAttribute("pending", pending);
		model.addAttribute("warnings", (pending != null) ? this.payees.warnings(actor, pending.id()) : List.of());
		model.addAttribute("shared", pending != null && this.payees.isShared(actor, pending.id()));
		model.addAttribute("former",
				history.stream()
					.filter((payee) -> payee.status() != PayeeStatus.PENDING && payee.status() != PayeeStatus.CONFIRMED)
					.toList());
		model.addAttribute("mayEnter", actor.is(Role.HEAD_TEACHER, Role.OFFICER));
		model.addAttribute("mayDecide", actor.is(Role.FINANCE, Role.OFFICER));
		model.addAttribute("own", pending != null && pending.enteredById() == actor.userId());
		model.addAttribute("people", this.payees.people(history));
		var latest = (pending != null) ? pending : of(history, PayeeStatus.CONFIRMED);
		if (latest != null && PayeeScans.mayRead(actor, latest)) {
			model.addAttribute("board",
					this.attachments.board(actor, new AttachmentOwner(PayeeScans.OWNER, latest.id())));
		}
		model.addAttribute("revealed", (revealed != null) ? revealed.number() : null);
		return "payee/show";
	}

	private static @Nullable PayeeView of(List<PayeeView> history, PayeeStatus status) {
		return history.stream().filter((payee) -> payee.status() == status).findFirst().orElse(null);
	}

	@GetMapping("/students/{id}/payee/new")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String form(Actor actor, @PathVariable long id, Model model) {
		var pupil = this.students.pupil(actor, id);
		model.addAttribute("form", new PayeeForm(pupil.name(), PayeeRelation.SELF, null, null, null, null));
		return form(actor, pupil.id(), model, "payee/form");
	}

	private String form(Actor actor, long id, Model model, String view) {
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("relations", PayeeRelation.values());
		return view;
	}

	@PostMapping("/students/{id}/payee")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	ModelAndView enter(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") PayeeForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var entry = form.entry(errors);
		if (entry.isPresent()) {
			try {
				this.payees.enter(actor, id, entry.get());
				redirect.addFlashAttribute("done", new Flash("payee.enter.done"));
				return new ModelAndView("redirect:/students/" + id + "/payee");
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(form(actor, id, model, "payee/form"), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Shown in the answer itself, never kept: going back shows the mask again. */
	@PostMapping("/payees/{id}/disclosure")
	@Access({ Role.FINANCE, Role.OFFICER })
	String reveal(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String purpose, Model model,
			HttpServletResponse response) {
		var number = this.payees.reveal(actor, id, purpose);
		response.setHeader("Cache-Control", "no-store");
		return page(actor, this.payees.enrolmentOf(actor, id), number, model);
	}

}
