package org.nuanyang.student;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.RevealService.Wanted;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the purpose, then shows one masked value in full. */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.HEAD_TEACHER, Role.COUNSELLOR })
class RevealController {

	private final RevealService reveals;

	RevealController(RevealService reveals) {
		this.reveals = reveals;
	}

	@GetMapping("/students/{id}/reveals/new")
	String ask(Actor actor, @PathVariable long id, @RequestParam RevealField field,
			@RequestParam(required = false) @Nullable Integer position, Model model) {
		model.addAttribute("form", PurposeForm.EMPTY);
		return form(actor, id, new Wanted(field, position), model);
	}

	/** Answers with the value itself: a redirect would have to keep it somewhere. */
	@PostMapping("/students/{id}/reveals")
	String reveal(Actor actor, @PathVariable long id, @RequestParam RevealField field,
			@RequestParam(required = false) @Nullable Integer position, @Valid @ModelAttribute("form") PurposeForm form,
			BindingResult errors, Model model, HttpServletResponse response) {
		var wanted = new Wanted(field, position);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(actor, id, wanted, model);
		}
		model.addAttribute("value", this.reveals.reveal(actor, id, wanted, form));
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		form(actor, id, wanted, model);
		return "student/revealed";
	}

	private String form(Actor actor, long id, Wanted wanted, Model model) {
		model.addAttribute("pupil", this.reveals.asked(actor, id, wanted));
		model.addAttribute("wanted", wanted);
		model.addAttribute("purposes", Purpose.values());
		return "student/reveal";
	}

}
