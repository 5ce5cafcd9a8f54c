package org.nuanyang.objection;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.NoticeGone;
import org.nuanyang.web.Refusals;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Anybody objects to an open notice, and asks for the answer, without signing in. */
@Controller
@Access(open = true)
class PublicObjectionController {

	private final ObjectionDesk desk;

	PublicObjectionController(ObjectionDesk desk) {
		this.desk = desk;
	}

	@ModelAttribute
	void keepNowhere(HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("Referrer-Policy", "no-referrer");
	}

	@GetMapping("/public/notices/{id}/objection")
	String blank(@PathVariable long id, Model model) {
		model.addAttribute("form", PublicObjectionForm.EMPTY);
		return form(id, model);
	}

	@PostMapping("/public/notices/{id}/objection")
	ModelAndView object(@PathVariable long id, @Valid @ModelAttribute("form") PublicObjectionForm form,
			BindingResult errors, Model model, HttpServletRequest request, RedirectAttributes redirect) {
		try {
			return objected(id, form, errors, model, request, redirect);
		}
		catch (NoticeGone ex) {
			// What was typed is the writer's own: shown back to be copied, and kept
			// nowhere.
			model.addAttribute("gone", this.desk.gone(id));
			return new ModelAndView("objection/public-gone", model.asMap(), HttpStatus.GONE);
		}
	}

	private ModelAndView objected(long id, PublicObjectionForm form, BindingResult errors, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				var receipt = this.desk.object(id, form, request.getRemoteAddr());
				redirect.addFlashAttribute("code", receipt.code());
				redirect.addFlashAttribute("dueOn", receipt.dueOn());
				// The flash goes to the address with this token only, not to another tab.
				redirect.addAttribute("receipt", UUID.randomUUID().toString());
				return new ModelAndView("redirect:/public/objections");
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(form(id, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String form(long id, Model model) {
		var notice = this.desk.notice(id);
		model.addAttribute("notice", notice);
		model.addAttribute("lines", this.desk.lines(notice));
		model.addAttribute("kinds", Kind.values());
		return "objection/public-form";
	}

	/** The receipt, once, and the place to ask for the answer. */
	@GetMapping("/public/objections")
	String ask(Model model) {
		model.addAttribute("form", new CodeForm(null));
		return "objection/public-state";
	}

	@PostMapping("/public/objections")
	ModelAndView state(@ModelAttribute("form") CodeForm form, BindingResult errors, Model model,
			HttpServletRequest request) {
		var code = form.code();
		if (code == null || code.isBlank()) {
			errors.rejectValue("code", "objection.code.missing");
		}
		else {
			try {
				var state = this.desk.state(code, request.getRemoteAddr());
				if (state.isPresent()) {
					model.addAttribute("state", state.get());
					return new ModelAndView("objection/public-state", model.asMap());
				}
				errors.rejectValue("code", "objection.code.unknown");
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView("objection/public-state", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@ExceptionHandler(NoticeGone.class)
	@ResponseStatus(HttpStatus.GONE)
	String gone() {
		return "notice/gone";
	}

	/** The code on a receipt. */
	record CodeForm(@Nullable String code) {

	}

}
