package org.nuanyang.report;

import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.PurposeForm;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The summary tables: on the screen, as a workbook, on paper. */
@Controller
@RequestMapping("/reports")
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY })
class ReportController {

	private final GroupService groups;

	private final RollService rolls;

	private final OrgService orgs;

	private final ReportFiles files;

	ReportController(GroupService groups, RollService rolls, OrgService orgs, ReportFiles files) {
		this.groups = groups;
		this.rolls = rolls;
		this.orgs = orgs;
		this.files = files;
	}

	@GetMapping
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.COUNSELLOR, Role.FINANCE })
	String list(Actor actor, Model model) {
		model.addAttribute("rolls", mayReadRolls(actor) ? Roll.values() : new Roll[0]);
		model.addAttribute("counts", mayReadRolls(actor) || actor.is(Role.COUNSELLOR));
		model.addAttribute("pays", mayReadRolls(actor) || actor.is(Role.FINANCE));
		return "report/list";
	}

	@GetMapping("/groups")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.COUNSELLOR })
	String groups(Actor actor, @RequestParam @Nullable Long school,
			@RequestParam(defaultValue = "false") boolean outside, Model model) {
		model.addAttribute("table", this.groups.table(actor, school, outside));
		model.addAttribute("schools", choice(actor));
		return "report/groups";
	}

	@GetMapping("/groups/paper")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.COUNSELLOR })
	String groupsPaper(Actor actor, @RequestParam @Nullable Long school,
			@RequestParam(defaultValue = "false") boolean outside, Model model) {
		model.addAttribute("table", this.groups.table(actor, school, outside));
		return "report/groups-paper";
	}

	@GetMapping("/groups/export")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.COUNSELLOR })
	ResponseEntity<byte[]> groupsWorkbook(Actor actor, @RequestParam @Nullable Long school,
			@RequestParam(defaultValue = "false") boolean outside) {
		return this.files.workbook("report.groups", this.groups.workbook(actor, school, outside));
	}

	@GetMapping("/rolls/{roll}")
	String roll(Actor actor, @PathVariable("roll") String path, @RequestParam @Nullable Long school,
			@RequestParam @Nullable String part, @RequestParam(defaultValue = "1") int page, Model model) {
		var shown = this.rolls.page(actor, Roll.of(path), school, Math.max(1, page), RollService.SIZE);
		model.addAttribute("page", shown);
		model.addAttribute("rows", shown.rows());
		model.addAttribute("part", RollPart.of(part));
		model.addAttribute("parts", RollPart.values());
		model.addAttribute("schools", choice(actor));
		return "report/roll";
	}

	@GetMapping("/rolls/{roll}/paper")
	String rollPaper(Actor actor, @PathVariable("roll") String path, @RequestParam @Nullable Long school, Model model) {
		model.addAttribute("page", this.rolls.whole(actor, Roll.of(path), school));
		model.addAttribute("parts", RollPart.values());
		return "report/roll-paper";
	}

	@GetMapping("/rolls/{roll}/export")
	ModelAndView askForRoll(Actor actor, @PathVariable("roll") String path, @RequestParam @Nullable Long school) {
		return this.rolls.export(actor, Roll.of(path), school).ask();
	}

	@PostMapping("/rolls/{roll}/export")
	Object rollWorkbook(Actor actor, @PathVariable("roll") String path, @RequestParam @Nullable Long school,
			@Valid @ModelAttribute("form") PurposeForm why, BindingResult errors) {
		var roll = Roll.of(path);
		return errors.hasErrors() ? this.rolls.export(actor, roll, school).again(errors)
				: this.files.workbook(roll.labelKey(), this.rolls.workbook(actor, roll, school, why));
	}

	/** The rolls tell of hardship and of money: for who works on both. */
	private static boolean mayReadRolls(Actor actor) {
		return actor.is(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY);
	}

	private List<?> choice(Actor actor) {
		return actor.school().isPresent() ? List.of() : this.orgs.schools(actor);
	}

}
