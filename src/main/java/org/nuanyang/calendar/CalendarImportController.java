package org.nuanyang.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/** Takes over a year from a file: read and looked at first, saved when confirmed. */
@Controller
@Access(Role.COUNTY)
class CalendarImportController {

	private final CalendarService calendar;

	CalendarImportController(CalendarService calendar) {
		this.calendar = calendar;
	}

	@GetMapping("/calendar/imports/new")
	String form() {
		return "calendar/import";
	}

	@PostMapping("/calendar/imports")
	String read(@RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response)
			throws IOException {
		try {
			if (file == null || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
				throw new RuleViolation("calendar.import.missing");
			}
			return review(CalendarReader.read(file.getBytes()), model, response);
		}
		catch (RuleViolation unreadable) {
			// Above the same form, whose address is not this one's.
			model.addAttribute("refusal", unreadable);
			response.setStatus(422);
			return "calendar/import";
		}
	}

	@PostMapping("/calendar/years")
	String save(Actor actor, @RequestParam String text, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		var draft = CalendarReader.read(text.getBytes(StandardCharsets.UTF_8));
		if (!draft.isSound()) {
			return review(draft, model, response);
		}
		this.calendar.replace(actor, draft.year(), draft.days());
		redirect.addFlashAttribute("done", new Flash("calendar.import.saved", String.valueOf(draft.year())));
		return "redirect:/calendar?year=" + draft.year();
	}

	private String review(CalendarDraft draft, Model model, HttpServletResponse response) {
		model.addAttribute("draft", draft);
		model.addAttribute("before", this.calendar.page(draft.year()).days().size());
		if (!draft.isSound()) {
			response.setStatus(422);
		}
		return "calendar/import";
	}

}
