package org.nuanyang.disbursement;

import java.util.Locale;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the page of a batch shows the beginning of, in full and page by page. */
@Controller
@RequestMapping("/batches")
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class BatchListController {

	private final BatchPages batches;

	private final BankFileService files;

	BatchListController(BatchPages batches, BankFileService files) {
		this.batches = batches;
		this.files = files;
	}

	@GetMapping("/{id}/failed")
	String failed(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale,
			Model model) {
		var failed = this.batches.rows(actor, id, RowFilter.FAILED, page);
		model.addAttribute("failed", failed);
		model.addAttribute("mending", this.batches.mending(failed));
		model.addAttribute("mayWaive", actor.is(Role.PRINCIPAL));
		model.addAttribute("advice", this.files.advice(id, locale));
		return show(actor, id, "failed", model);
	}

	@GetMapping("/{id}/left-out")
	String leftOut(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
		model.addAttribute("leftOut", this.batches.leftOut(actor, id, page));
		return show(actor, id, "left-out", model);
	}

	@GetMapping("/{id}/problems")
	String problems(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
		model.addAttribute("problems", this.batches.problems(actor, id, page));
		model.addAttribute("unmatched", this.batches.unmatched(actor, id));
		model.addAttribute("mayExplain", actor.is(Role.FINANCE));
		model.addAttribute("mayVoid", actor.is(Role.PRINCIPAL));
		return show(actor, id, "problems", model);
	}

	private String show(Actor actor, long id, String list, Model model) {
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("list", list);
		return "disbursement/part";
	}

	/** 结果码对照表 */
	@GetMapping("/codes")
	@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR, Role.COUNTY, Role.ADMIN })
	String codes(Locale locale, Model model) {
		model.addAttribute("tables", this.files.codes(locale));
		model.addAttribute("faulty", this.files.faulty());
		return "disbursement/codes";
	}

}
