package org.nuanyang.org;

import org.jspecify.annotations.Nullable;

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

/** The classes of a school and their head teachers. */
@Controller
class ClassController {

	private final ClassService classes;

	ClassController(ClassService classes) {
		this.classes = classes;
	}

	@Access({ Role.OFFICER, Role.PRINCIPAL })
	@GetMapping("/classes")
	String list(Actor actor, Model model) {
		model.addAttribute("classes", this.classes.page(actor));
		return "org/classes";
	}

	@Access(Role.OFFICER)
	@PostMapping("/classes")
	String add(Actor actor, @RequestParam int grade, @RequestParam int number, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", new Flash("org.class.added", this.classes.add(actor, grade, number)));
		return "redirect:/classes";
	}

	@Access(Role.OFFICER)
	@PostMapping("/classes/{id}/head-teacher")
	String entrust(Actor actor, @PathVariable long id, @RequestParam @Nullable Long headTeacherId,
			RedirectAttributes redirect) {
		this.classes.entrust(actor, id, headTeacherId);
		redirect.addFlashAttribute("done", new Flash("org.class.entrusted"));
		return "redirect:/classes";
	}

}
