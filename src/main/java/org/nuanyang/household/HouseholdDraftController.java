package org.nuanyang.household;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.web.Formats;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps a declaration half typed; mistakes in it are no matter yet. */
@Controller
@Access({ Role.HEAD_TEACHER, Role.OFFICER })
@RequestMapping("/students/{id}/household/draft")
class HouseholdDraftController {

	private final HouseholdDrafts drafts;

	private final Formats formats;

	HouseholdDraftController(HouseholdDrafts drafts, Formats formats) {
		this.drafts = drafts;
		this.formats = formats;
	}

	@PostMapping
	String save(Actor actor, @PathVariable long id, @RequestParam int year, @ModelAttribute("form") HouseholdForm form,
			RedirectAttributes flash) {
		var at = this.drafts.save(actor, id, new SchoolYear(year), form);
		flash.addFlashAttribute("done", new Flash("household.draft.done", this.formats.time(at)));
		return edit(id, year);
	}

	/** The same without leaving the page, as its script asks; answers with the time. */
	@PostMapping(params = "auto")
	ResponseEntity<String> keep(Actor actor, @PathVariable long id, @RequestParam int year,
			@ModelAttribute("form") HouseholdForm form) {
		return ResponseEntity.ok(this.formats.time(this.drafts.save(actor, id, new SchoolYear(year), form)));
	}

	@PostMapping("/removal")
	String discard(Actor actor, @PathVariable long id, @RequestParam int year, RedirectAttributes flash) {
		this.drafts.discard(actor, id, new SchoolYear(year));
		flash.addFlashAttribute("done", new Flash("household.draft.discarded"));
		return edit(id, year);
	}

	private static String edit(long id, int year) {
		return "redirect:/students/" + id + "/household/edit?year=" + year;
	}

}
