package org.nuanyang.usage;

import org.nuanyang.kernel.Access;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Notices of fund use as anybody reads them, without signing in. */
@Controller
@RequestMapping("/public/fund-notices")
@Access(open = true)
class PublicUsageController {

	/** There is no list to pass on. */
	private static final String FOOTER = "usage.footer";

	private final UsageService notices;

	PublicUsageController(UsageService notices) {
		this.notices = notices;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("notices", this.notices.open());
		model.addAttribute("footer", FOOTER);
		return "usage/public-list";
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		model.addAttribute("notice", this.notices.read(id));
		model.addAttribute("footer", FOOTER);
		return "usage/public";
	}

	@GetMapping("/{id}/print")
	String print(@PathVariable long id, Model model) {
		model.addAttribute("notice", this.notices.read(id));
		return "usage/print";
	}

	@ExceptionHandler(UsageGone.class)
	@ResponseStatus(HttpStatus.GONE)
	String gone(Model model) {
		model.addAttribute("footer", FOOTER);
		return "usage/gone";
	}

}
