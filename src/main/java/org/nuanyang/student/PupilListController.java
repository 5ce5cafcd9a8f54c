package org.nuanyang.student;

import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The pupil list with its filters, and what was found as a workbook. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.COUNSELLOR, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
class PupilListController {

	private final PupilListService list;

	private final OrgService org;

	PupilListController(PupilListService list, OrgService org) {
		this.list = list;
		this.org = org;
	}

	/** Everything that the page shows, as of one moment. */
	@GetMapping("/students")
	@Transactional(readOnly = true)
	String list(Actor actor, @ModelAttribute("search") PupilSearch search, @RequestParam Map<String, String> params,
			Model model) {
		model.addAttribute("page", this.list.page(actor, search, params));
		model.addAttribute("enrolled", this.list.enrolled(actor));
		model.addAttribute("columns", this.list.columns());
		model.addAttribute("mayAdd", actor.is(Role.OFFICER));
		model.addAttribute("mayExport",
				actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY));
		model.addAttribute("bar", FilterBar.of(search, params, this.list.choices(actor), places(actor, search)));
		return "student/list";
	}

	/**
	 * Schools to choose from for those who see several, classes once one school is in
	 * sight.
	 */
	private FilterBar.Places places(Actor actor, PupilSearch search) {
		var schools = this.org.schools(actor);
		var school = (schools.size() == 1) ? Long.valueOf(schools.getFirst().id()) : search.school();
		return new FilterBar.Places((schools.size() > 1) ? schools : List.of(),
				(school != null && actor.scope().read().contains(school)) ? this.org.classes(actor, school)
						: List.of());
	}

}
