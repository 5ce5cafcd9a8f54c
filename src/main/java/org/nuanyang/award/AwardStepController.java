package org.nuanyang.award;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps that a person takes with one award; each is a resource under it. */
@Controller
@RequestMapping("/awards/{id}")
class AwardStepController {

	private final AwardChangeService changes;

	private final AwardBoardingService boarding;

	private final Clock clock;

	AwardStepController(AwardChangeService changes, AwardBoardingService boarding, Clock clock) {
		this.changes = changes;
		this.boarding = boarding;
		this.clock = clock;
	}

	@PostMapping("/stop")
	@Access(Role.OFFICER)
	String stop(Actor officer, @PathVariable long id, StepForm form, RedirectAttributes flash) {
		this.changes.stop(officer, id, form.ground(today()));
		return done(id, AwardAction.STOP, flash);
	}

	@PostMapping("/resumption")
	@Access(Role.PRINCIPAL)
	String resume(Actor principal, @PathVariable long id, StepForm form, RedirectAttributes flash) {
		this.changes.resume(principal, id, form.ground(today()));
		return done(id, AwardAction.RESUME, flash);
	}

	@PostMapping("/boarding")
	@Access(Role.OFFICER)
	String checkBoarding(Actor officer, @PathVariable long id, StepForm form, RedirectAttributes flash) {
		this.boarding.check(officer, id, form.ground(today()));
		return done(id, AwardAction.CHECK_BOARDING, flash);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static String done(long id, AwardAction action, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("award.done." + action));
		return "redirect:/awards/" + id;
	}

	/** From which term, since which day, and why. */
	record StepForm(@Nullable Term from, @Nullable LocalDate effectiveOn, @Nullable String reason) {

		Ground ground(LocalDate today) {
			if (this.from == null) {
				throw RuleViolation.on("from", "award.refused.from");
			}
			if (this.effectiveOn == null || this.effectiveOn.isAfter(today)) {
				throw RuleViolation.on("effectiveOn", "award.refused.day");
			}
			return new Ground(this.from, this.effectiveOn, (this.reason != null) ? this.reason : "");
		}

	}

}
