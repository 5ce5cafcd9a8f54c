package org.nuanyang.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
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

/** Class appraisals: list, record, read. */
@Controller
@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
class AppraisalController {

	private final AppraisalService appraisals;

	private final RoundService rounds;

	private final Clock clock;

	private final OrgService schools;

	AppraisalController(AppraisalService appraisals, RoundService rounds, Clock clock, OrgService schools) {
		this.schools = schools;
		this.appraisals = appraisals;
		this.rounds = rounds;
		this.clock = clock;
	}

	@GetMapping("/appraisals")
	String list(Actor actor, @RequestParam Optional<Long> round, Model model) {
		var rounds = this.rounds.rounds();
		var chosen = round.map(this.rounds::one)
			.or(() -> this.rounds.current(actor))
			.or(() -> rounds.stream().findFirst());
		model.addAttribute("rounds", rounds);
		chosen.ifPresent((shown) -> {
			model.addAttribute("round", shown);
			model.addAttribute("appraisals", this.appraisals.ofRound(actor, shown.id()));
			if (actor.is(Role.HEAD_TEACHER)) {
				model.addAttribute("classes", this.appraisals.ownClasses(actor)
					.stream()
					.map((own) -> new ClassToAppraise(own, this.appraisals.ready(actor, shown.id(), own.id()).size(),
							this.appraisals.notReady(actor, shown.id(), own.id()).size()))
					.toList());
			}
		});
		return "review/appraisals";
	}

	@GetMapping("/appraisals/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var appraisal = this.appraisals.one(actor, id);
		model.addAttribute("appraisal", appraisal);
		var round = this.rounds.one(appraisal.roundId());
		model.addAttribute("round", round);
		model.addAttribute("school", this.schools.school(round.schoolId()).name());
		return "review/appraisal";
	}

	@GetMapping("/appraisals/new")
	@Access(Role.HEAD_TEACHER)
	String form(Actor actor, @RequestParam Optional<Long> round, @RequestParam("class") Optional<Long> chosen,
			Model model, RedirectAttributes flash) {
		var shown = round.map(this.rounds::one).or(() -> this.rounds.current(actor)).orElse(null);
		var own = this.appraisals.ownClasses(actor);
		if (shown == null || (chosen.isEmpty() && own.size() != 1)) {
			flash.addFlashAttribute("done",
					new Flash((shown != null) ? "review.appraisal.choose" : "review.appraisal.no-round"));
			return "redirect:/appraisals";
		}
		long classId = chosen.orElseGet(() -> own.getFirst().id());
		this.appraisals.ownClass(actor, classId);
		var ready = this.appraisals.ready(actor, shown.id(), classId);
		return form(actor, AppraisalForm.blank(actor, shown.id(), classId, LocalDate.now(this.clock), ready), model);
	}

	@PostMapping("/appraisals")
	@Access(Role.HEAD_TEACHER)
	String record(Actor actor, @Valid @ModelAttribute("form") AppraisalForm form, BindingResult result, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		this.appraisals.against(actor, form.claim(result)).forEach((violation) -> Refusals.reject(result, violation));
		form.wrong().forEach((violation) -> Refusals.reject(result, violation));
		if (!result.hasErrors()) {
			try {
				var id = this.appraisals.record(actor, form.appraisal());
				flash.addFlashAttribute("done", new Flash("review.appraisal.done"));
				return "redirect:/appraisals/" + id;
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		response.setStatus(422);
		return form(actor, form, model);
	}

	private String form(Actor actor, AppraisalForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("round", this.rounds.one(form.round()));
		model.addAttribute("schoolClass", this.appraisals.ownClass(actor, form.schoolClass()));
		model.addAttribute("ready",
				this.appraisals.ready(actor, form.round(), form.schoolClass())
					.stream()
					.collect(Collectors.toMap(CaseView::id, Function.identity())));
		model.addAttribute("waiting", this.appraisals.notReady(actor, form.round(), form.schoolClass()));
		var kin = this.appraisals.kin(actor, form.round(), form.schoolClass(), form.names());
		model.addAttribute("kin", kin);
		model.addAttribute("away",
				form.opinions()
					.stream()
					.collect(Collectors.toMap(AppraisalForm.OpinionRow::application,
							(row) -> row.away(kin.getOrDefault(row.application(), Set.of())),
							(first, second) -> first)));
		model.addAttribute("kinds", MemberKind.values());
		model.addAttribute("choices", AppraisalForm.Choice.values());
		return "review/appraisal-new";
	}

}
