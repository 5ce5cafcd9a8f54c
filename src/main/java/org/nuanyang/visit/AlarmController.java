package org.nuanyang.visit;

import java.util.Optional;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has to be reported at once: whom to call, and who has been told. */
@Controller
class AlarmController {

	private final VisitService visits;

	AlarmController(VisitService visits) {
		this.visits = visits;
	}

	/**
	 * The numbers to call; it says nothing about a child.
	 * @param visit the record that was just made, to go on with it
	 */
	@GetMapping("/visits/emergency")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.COUNSELLOR })
	String emergency(@RequestParam Optional<Long> visit, Model model) {
		visit.ifPresent((made) -> model.addAttribute("visit", made));
		return "visit/emergency";
	}

	@GetMapping("/visits/alarms")
	@Access({ Role.PRINCIPAL, Role.COUNSELLOR })
	String alarms(Actor actor, Model model) {
		model.addAttribute("alarms", this.visits.alarms(actor));
		return "visit/alarms";
	}

}
