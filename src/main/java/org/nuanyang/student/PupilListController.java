package org.nuanyang.student;

import java.util.Map;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
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

	private final FilterBars bars;

	PupilListController(PupilListService list, FilterBars bars) {
		this.list = list;
		this.bars = bars;
	}

	/** Everything that the page shows, as of one moment. */
	@GetMapping("/students")
	@Transactional(readOnly = true)
	String list(Actor actor, @ModelAttribute("search") PupilSearch asked, @RequestParam Map<String, String> params,
			Model model) {
		var bar = this.bars.of(actor, asked, params);
		model.addAttribute("page", this.list.page(actor, bar.search(), params));
		model.addAttribute("enrolled", this.list.enrolled(actor));
		model.addAttribute("columns", this.list.columns());
		model.addAttribute("mayAdd", actor.is(Role.OFFICER));
		model.addAttribute("mayExport",
				actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY));
		model.addAttribute("bar", bar);
		return "student/list";
	}

}
