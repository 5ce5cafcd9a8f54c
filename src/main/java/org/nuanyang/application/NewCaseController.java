package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.EnrolmentStatus;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Draws up cases on one of the three routes: the guardian's paper form entered here, on
 * behalf, or for the pupils whom an outside list entitles.
 */
@Controller
@Access({ Role.HEAD_TEACHER, Role.OFFICER })
class NewCaseController {

	private final IntakeService intake;

	private final RoundService rounds;

	private final CaseReader cases;

	private final OrgService org;

	private final StudentService students;

	private final HouseholdService households;

	private final Clock clock;

	NewCaseController(IntakeService intake, RoundService rounds, CaseReader cases, OrgService org,
			StudentService students, HouseholdService households, Clock clock) {
		this.intake = intake;
		this.rounds = rounds;
		this.cases = cases;
		this.org = org;
		this.students = students;
		this.households = households;
		this.clock = clock;
	}

	@GetMapping("/applications/new")
	String choose(Actor actor, @RequestParam Optional<Long> round,
			@RequestParam(defaultValue = "GUARDIAN") ApplicationRoute route,
			@RequestParam("class") Optional<Long> classId,
			@RequestParam(name = "pupils", required = false) @Nullable List<String> typed, Model model) {
		var shown = round.map(this.rounds::one)
			.or(() -> this.rounds.current(actor))
			.orElseThrow(() -> new NotFound("round under way"));
		if (!this.rounds.takesCases(shown)) {
			throw new RuleViolation("application.round.over", shown.year().label());
		}
		var classes = this.org.classes(actor, actor.ownSchool());
		var chosen = classId.or(() -> classes.stream().map(ClassView::id).findFirst());
		var pupils = (route == ApplicationRoute.LISTED) ? listed(actor)
				: chosen.map((id) -> pupils(actor, classes, id)).orElse(List.of());
		model.addAttribute("route", route);
		model.addAttribute("routes", ApplicationRoute.values());
		model.addAttribute("typed", (typed != null) ? typed : List.of());
		model.addAttribute("round", shown);
		model.addAttribute("classes", classes);
		model.addAttribute("chosen", chosen.orElse(null));
		model.addAttribute("pupils", pupils);
		model.addAttribute("own", actor.seesOwnClassesOnly());
		var ids = pupils.stream().map(PupilView::id).toList();
		model.addAttribute("applied", this.cases.applied(shown.id(), ids));
		var former = this.cases.former(shown.id(), ids);
		model.addAttribute("former", former);
		model.addAttribute("asksRenewal", former.values().stream().anyMatch(FormerCase::needsReason));
		return "application/new";
	}

	private List<PupilView> listed(Actor actor) {
		var entitled = this.households.entitled(actor, LocalDate.now(this.clock));
		return this.students.pupils(actor, entitled)
			.stream()
			.filter((pupil) -> pupil.status() == EnrolmentStatus.ENROLLED)
			.toList();
	}

	private List<PupilView> pupils(Actor actor, List<ClassView> classes, long classId) {
		if (classes.stream().noneMatch((it) -> it.id() == classId)) {
			throw new NotFound("class " + classId);
		}
		return this.students.pupilsOfClass(actor, classId);
	}

	@PostMapping("/applications")
	String create(Actor actor, @RequestParam long round,
			@RequestParam(defaultValue = "ON_BEHALF") ApplicationRoute route,
			@RequestParam(name = "pupils", required = false) @Nullable Set<Long> pupils,
			@RequestParam(defaultValue = "") String renewal, RedirectAttributes flash) {
		var drafts = this.intake.apply(actor, round, (pupils != null) ? pupils : Set.of(), route, renewal);
		flash.addFlashAttribute("done", new Flash("application.done.CREATE", drafts.size()));
		return (drafts.size() == 1) ? "redirect:/applications/" + drafts.getFirst()
				: "redirect:/applications?round=" + round + "&next=" + NextStep.SUBMIT;
	}

}
