package org.nuanyang.filing;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the county aid centre says of a filing. */
@Controller
@Access(Role.COUNTY)
class FilingAnswerController {

	private final FilingService filings;

	FilingAnswerController(FilingService filings) {
		this.filings = filings;
	}

	@PostMapping("/filings/{id}/acceptance")
	String accept(Actor centre, @PathVariable long id, RedirectAttributes redirect) {
		this.filings.accept(centre, id);
		redirect.addFlashAttribute("done", new Flash("filing.done.accepted"));
		return "redirect:/filings/" + id;
	}

	@PostMapping("/filings/{id}/return")
	String sendBack(Actor centre, @PathVariable long id, @RequestParam @Nullable String reason,
			RedirectAttributes redirect) {
		this.filings.sendBack(centre, id, reason);
		redirect.addFlashAttribute("done", new Flash("filing.done.returned"));
		return "redirect:/filings/" + id;
	}

}
