package org.nuanyang.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.NoticeBoard;
import org.nuanyang.notice.PublicNotice;
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

/** The school's objections: list, one of them, entered by staff, and who objected. */
@Controller
class ObjectionController {

	private final ObjectionService objections;

	private final NoticeBoard notices;

	private final Clock clock;

	ObjectionController(ObjectionService objections, NoticeBoard notices, Clock clock) {
		this.objections = objections;
		this.notices = notices;
		this.clock = clock;
	}

	@GetMapping("/objections")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR, Role.AUDITOR })
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("objections",
				this.objections.list(actor)
					.stream()
					.filter((row) -> !mine || this.objections.waitsFor(actor, row))
					.toList());
		return "objection/list";
	}

	@GetMapping("/objections/new")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String blank(Actor actor, @RequestParam Optional<Long> notice, Model model, RedirectAttributes redirect) {
		if (notice.isEmpty()) {
			redirect.addFlashAttribute("done", new Flash("objection.choose"));
			return "redirect:/notices";
		}
		if (!this.notices.takesObjections(actor, notice.get())) {
			redirect.addFlashAttribute("done", new Flash("objection.refused.notice"));
			return "redirect:/notices/" + notice.get();
		}
		model.addAttribute("form", ObjectionForm.on(LocalDate.now(this.clock)));
		return form(actor, notice.get(), model);
	}

	@PostMapping("/objections")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	ModelAndView register(Actor actor, @RequestParam long notice, @Valid @ModelAttribute("form") ObjectionForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (this.notices.isTakenDown(actor, notice)) {
			// There is nothing left to object to: what was typed is shown to be copied.
			model.addAttribute("noticeId", notice);
			return new ModelAndView("objection/gone", model.asMap(), HttpStatus.GONE);
		}
		if (!errors.hasErrors()) {
			try {
				var id = this.objections.register(actor, form.draft(notice));
				redirect.addFlashAttribute("done", new Flash("objection.done.registered"));
				return new ModelAndView("redirect:/objections/" + id);
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(form(actor, notice, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String form(Actor actor, long notice, Model model) {
		var paper = this.notices.paper(actor, notice);
		model.addAttribute("notice", paper);
		model.addAttribute("lines", lines(paper));
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("channels", Channel.entered());
		return "objection/form";
	}

	/** The school knows who has left the list: here a line's own place names it. */
	private static Map<String, String> lines(PublicNotice notice) {
		var lines = new LinkedHashMap<String, String>();
		notice.rows().forEach((row) -> lines.put(String.valueOf(row.position()), row.label()));
		return lines;
	}

	@GetMapping("/objections/{id}")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("objection", this.objections.show(actor, id));
		return "objection/show";
	}

	/** 公示异议登记表; who objected is not on it. */
	@GetMapping("/objections/{id}/paper")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR, Role.AUDITOR })
	String paper(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("objection", this.objections.show(actor, id));
		return "objection/paper";
	}

	/** The same with who objected, for those who may know; recorded with its purpose. */
	@PostMapping("/objections/{id}/paper")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR, Role.AUDITOR })
	String paperWithReporter(Actor actor, @PathVariable long id, @RequestParam @Nullable String purpose, Model model,
			HttpServletResponse response) {
		model.addAttribute("reporter", this.objections.reveal(actor, id, purpose));
		response.setHeader("Cache-Control", "no-store");
		return paper(actor, id, model);
	}

	/** Answers with the value itself: a redirect would have to keep it somewhere. */
	@PostMapping("/objections/{id}/reporter")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR, Role.AUDITOR })
	String reveal(Actor actor, @PathVariable long id, @RequestParam @Nullable String purpose, Model model,
			HttpServletResponse response) {
		model.addAttribute("reporter", this.objections.reveal(actor, id, purpose));
		model.addAttribute("objection", this.objections.show(actor, id));
		response.setHeader("Cache-Control", "no-store");
		return "objection/reporter";
	}

}
