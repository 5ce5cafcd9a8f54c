package org.nuanyang.org;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;

/** Counties and districts are merged and renamed: the administrator follows. */
@Controller
@Access(Role.ADMIN)
class PlaceNameController {

	private final StructureService structure;

	PlaceNameController(StructureService structure) {
		this.structure = structure;
	}

	@GetMapping("/districts/{id}")
	String district(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("kind", "district");
		model.addAttribute("place", this.structure.districtName(actor, id));
		model.addAttribute("address", "/districts/" + id);
		return "org/place";
	}

	@PostMapping("/districts/{id}")
	String renameDistrict(Actor actor, @PathVariable long id, @RequestParam String name, RedirectAttributes redirect) {
		this.structure.renameDistrict(actor, id, name);
		return renamed(name, redirect);
	}

	@GetMapping("/counties/{id}")
	String county(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("kind", "county");
		model.addAttribute("place", this.structure.countyName(actor, id));
		model.addAttribute("address", "/counties/" + id);
		return "org/place";
	}

	@PostMapping("/counties/{id}")
	String renameCounty(Actor actor, @PathVariable long id, @RequestParam String name, RedirectAttributes redirect) {
		this.structure.renameCounty(actor, id, name);
		return renamed(name, redirect);
	}

	private static String renamed(String name, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", new Flash("org.place.renamed", name.strip()));
		return "redirect:/schools";
	}

}
