package org.nuanyang.application;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The 认定申请表 on A4. */
@Controller
class PrintedFormController {

	private final PrintedFormService forms;

	PrintedFormController(PrintedFormService forms) {
		this.forms = forms;
	}

	@GetMapping("/rounds/{id}/form")
	@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL })
	String blank(Actor actor, @PathVariable long id, Model model) {
		return paper(this.forms.blank(actor, id), "/rounds/" + id, model);
	}

	@GetMapping("/applications/{id}/form")
	@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL })
	String filled(Actor actor, @PathVariable long id, Model model) {
		return paper(this.forms.filled(actor, id), "/applications/" + id, model);
	}

	private static String paper(PrintedForm form, String back, Model model) {
		model.addAttribute("paper", form);
		model.addAttribute("back", back);
		return "application/print";
	}

}
