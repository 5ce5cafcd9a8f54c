package org.nuanyang.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programmes: what each pays per school year, and which may be held together. */
@Controller
@RequestMapping("/programmes")
class ProgrammeController {

	private final ProgrammeService programmes;

	private final PairService pairs;

	private final Clock clock;

	ProgrammeController(ProgrammeService programmes, PairService pairs, Clock clock) {
		this.programmes = programmes;
		this.pairs = pairs;
		this.clock = clock;
	}

	@GetMapping
	@Access({ Role.COUNTY, Role.DISTRICT, Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.AUDITOR })
	String list(Actor actor, Model model) {
		var all = this.programmes.programmes();
		var years = new TreeSet<SchoolYear>();
		all.forEach((programme) -> years.addAll(this.programmes.years(programme.id())));
		model.addAttribute("years", years.descendingSet().stream().map((year) -> row(all, year)).toList());
		model.addAttribute("tiers", Tier.values());
		model.addAttribute("keys", StageStandards.Key.all());
		model.addAttribute("pairs", this.pairs.pairs());
		model.addAttribute("rules", PairRule.values());
		model.addAttribute("mayEdit", actor.is(Role.COUNTY));
		model.addAttribute("next", years.isEmpty() ? SchoolYear.of(LocalDate.now(this.clock)) : years.last().next());
		return "programme/list";
	}

	private YearRow row(List<ProgrammeView> all, SchoolYear year) {
		return new YearRow(year, all.stream()
			.map((programme) -> new Line(programme, this.programmes.findScale(programme.id(), year).orElse(null),
					this.programmes.isUsed(programme.id(), year)))
			.toList(), this.programmes.subsistenceLine(year).map(Yuan::toString).orElse(""));
	}

	/**
	 * One year as listed.
	 *
	 * @param line the subsistence line, empty when there is none
	 */
	record YearRow(SchoolYear year, List<Line> lines, String line) {

	}

	/**
	 * What one programme pays in the year.
	 *
	 * @param scale null while the county has not laid it down
	 * @param used somebody gets it already, so it stays as it is
	 */
	record Line(ProgrammeView programme, @Nullable Scale scale, boolean used) {

	}

	@PostMapping("/years/{year}")
	@Access(Role.COUNTY)
	String copy(Actor actor, @PathVariable int year, RedirectAttributes redirect) {
		var schoolYear = new SchoolYear(year);
		this.programmes.copyLastYear(actor, schoolYear);
		redirect.addFlashAttribute("done", new Flash("programme.copy.done", schoolYear.label()));
		return "redirect:/programmes";
	}

	@PostMapping("/pairs")
	@Access(Role.COUNTY)
	String pair(Actor actor, @RequestParam long one, @RequestParam long other,
			@RequestParam(required = false) @Nullable PairRule rule, RedirectAttributes redirect) {
		if (rule == null) {
			throw new RuleViolation("programme.pair.choose");
		}
		this.pairs.set(actor, one, other, rule);
		redirect.addFlashAttribute("done", new Flash("programme.pair.done"));
		return "redirect:/programmes";
	}

}
