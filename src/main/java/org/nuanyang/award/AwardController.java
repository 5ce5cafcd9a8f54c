package org.nuanyang.award;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.programme.Tier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Awards: granted from a filing, listed per school and year. */
@Controller
class AwardController {

	private final AwardService awards;

	private final AwardLists lists;

	private final AwardPages pages;

	AwardController(AwardService awards, AwardLists lists, AwardPages pages) {
		this.awards = awards;
		this.lists = lists;
		this.pages = pages;
	}

	@PostMapping("/filings/{id}/awards")
	@Access(Role.OFFICER)
	String grant(Actor officer, @PathVariable long id, @RequestParam(required = false) @Nullable Long programme,
			RedirectAttributes redirect) {
		var granted = (programme != null) ? this.awards.grant(officer, id, programme) : this.awards.grant(officer, id);
		redirect.addFlashAttribute("done", new Flash("award.done.granted", granted));
		return "redirect:/filings/" + id;
	}

	@GetMapping("/awards")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
	String list(Actor actor, @RequestParam @Nullable Long school, @RequestParam @Nullable Integer year,
			@RequestParam @Nullable Tier tier, @RequestParam(name = "class") @Nullable Long schoolClass,
			@RequestParam @Nullable AwardStatus status, @RequestParam @Nullable Integer page,
			@RequestParam @Nullable Long programme, Model model) {
		model.addAttribute("awards",
				this.lists.list(actor, new AwardLists.Asked(school, year, tier, schoolClass, status, page, programme)));
		return "award/list";
	}

	@GetMapping("/awards/{id}")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("award", this.pages.open(actor, id));
		model.addAttribute("mayRecheck", actor.is(Role.OFFICER));
		model.addAttribute("mayCertify", actor.is(Role.OFFICER, Role.PRINCIPAL));
		model.addAttribute("mayReadCase", actor.is(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR));
		return "award/show";
	}

	@GetMapping("/students/{id}/aid-certificate")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String certificate(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("certificate", this.pages.certificate(actor, id));
		model.addAttribute("back", "/students/" + id);
		return "award/certificate";
	}

}
