package org.nuanyang.application;

import java.util.Set;

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

/** Chooses the programmes that a case asks for. */
@Controller
class ProgrammeChoiceController {

	private final ProgrammeChoice choice;

	ProgrammeChoiceController(ProgrammeChoice choice) {
		this.choice = choice;
	}

	@PostMapping("/applications/{id}/programmes")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String choose(Actor actor, @PathVariable long id, @RequestParam int version,
			@RequestParam(required = false) @Nullable Set<Long> programmes, RedirectAttributes flash) {
		this.choice.choose(actor, id, version, (programmes != null) ? programmes : Set.of());
		flash.addFlashAttribute("done", new Flash("application.programmes.done"));
		return "redirect:/applications/" + id;
	}

}
