package org.nuanyang.visit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has to be reported at once: whom to call, and what was done about it. */
@Controller
class AlarmController {

	private final AlarmService alarms;

	private final Clock clock;

	AlarmController(AlarmService alarms, Clock clock) {
		this.alarms = alarms;
		this.clock = clock;
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
	String alarms(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("alarms",
				this.alarms.alarms(actor).stream().filter((alarm) -> !mine || alarm.isOpen()).toList());
		return "visit/alarms";
	}

	@GetMapping("/visits/alarms/{id}/steps/new")
	@Access({ Role.PRINCIPAL, Role.COUNSELLOR })
	String form(Actor actor, @PathVariable long id, Model model) {
		this.alarms.require(actor, id);
		var now = LocalDateTime.now(this.clock).truncatedTo(ChronoUnit.MINUTES);
		return form(id, new AlarmStepForm(null, now.toLocalDate(), now.toLocalTime(), null), model);
	}

	private static String form(long id, AlarmStepForm form, Model model) {
		model.addAttribute("alarm", id);
		model.addAttribute("form", form);
		model.addAttribute("kinds", AlarmStep.Kind.values());
		return "visit/alarm-step";
	}

	@PostMapping("/visits/alarms/{id}/steps")
	@Access({ Role.PRINCIPAL, Role.COUNSELLOR })
	String record(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") AlarmStepForm form,
			BindingResult result, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.alarms.require(actor, id);
		if (!result.hasErrors()) {
			try {
				this.alarms.record(actor, id, form);
				flash.addFlashAttribute("done", new Flash("visit.alarm.step.done"));
				return "redirect:/visits/alarms";
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return form(id, form, model);
	}

}
