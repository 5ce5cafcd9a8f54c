package org.nuanyang.disbursement;

import java.util.UUID;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Re-issues (补发) of what the bank gave back. */
@Controller
@RequestMapping("/batches/{id}/reissues")
@Access(Role.OFFICER)
class ReissueController {

	private final BatchPages batches;

	private final PaymentListService lists;

	ReissueController(BatchPages batches, PaymentListService lists) {
		this.batches = batches;
		this.lists = lists;
	}

	@GetMapping("/new")
	String confirm(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("preview", this.lists.reissuePreview(actor, id));
		model.addAttribute("key", UUID.randomUUID());
		return "disbursement/reissue";
	}

	@PostMapping
	String reissue(Actor actor, @PathVariable long id, @RequestParam UUID key,
			@RequestParam(defaultValue = "") String total, RedirectAttributes flash) {
		var batch = this.lists.reissue(actor, id, key, BankFileController.amount(total));
		flash.addFlashAttribute("done", new Flash("disbursement.flash.REISSUE"));
		return "redirect:/batches/" + batch;
	}

}
