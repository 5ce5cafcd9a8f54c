package org.nuanyang.workbench;

import org.nuanyang.kernel.Recall;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page after sign-in. Who only inspects or administers starts at that work. */
@Controller
@Access
class HomeController {

	private final HomeService home;

	HomeController(HomeService home) {
		this.home = home;
	}

	@GetMapping("/")
	String show(Actor actor, @RequestParam @Nullable Integer grade, Model model) {
		if (actor.roles().stream().allMatch(Role.AUDITOR::equals)) {
			return "redirect:/audit";
		}
		if (actor.is(Role.ADMIN)) {
			return "redirect:/accounts";
		}
		model.addAttribute("home", Recall.during(() -> this.home.of(actor, grade)));
		return "workbench/home";
	}

}
