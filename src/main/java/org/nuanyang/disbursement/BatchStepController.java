package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
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

/** The steps of a batch, each by its own role. */
@Controller
@RequestMapping("/batches/{id}")
class BatchStepController {

	private final BatchService batches;

	private final PaymentListService lists;

	private final LongBatchService longBatches;

	BatchStepController(BatchService batches, PaymentListService lists, LongBatchService longBatches) {
		this.batches = batches;
		this.lists = lists;
		this.longBatches = longBatches;
	}

	@PostMapping("/renewal")
	@Access(Role.OFFICER)
	String renew(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		var job = this.longBatches.step(actor, id, BatchAction.RENEW, BatchJob.RENEW);
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		this.lists.renew(actor, id);
		return done(id, BatchAction.RENEW, flash);
	}

	@PostMapping("/check")
	@Access(Role.FINANCE)
	String check(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable String note,
			RedirectAttributes flash) {
		this.batches.check(actor, id, note);
		return done(id, BatchAction.CHECK, flash);
	}

	@PostMapping("/approval")
	@Access(Role.PRINCIPAL)
	String approve(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable String note,
			RedirectAttributes flash) {
		this.batches.approve(actor, id, note);
		return done(id, BatchAction.APPROVE, flash);
	}

	@PostMapping("/rejection")
	@Access({ Role.FINANCE, Role.PRINCIPAL })
	String sendBack(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes flash) {
		this.batches.sendBack(actor, id, reason);
		return done(id, BatchAction.SEND_BACK, flash);
	}

	@PostMapping("/lock")
	@Access(Role.FINANCE)
	String lock(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		var job = this.longBatches.step(actor, id, BatchAction.LOCK, BatchJob.LOCK);
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		this.batches.lock(actor, id);
		var byHand = this.batches.batch(actor, id).isByHand();
		flash.addFlashAttribute("done",
				new Flash(byHand ? "disbursement.flash.LOCK.by-hand" : "disbursement.flash.LOCK"));
		return "redirect:/batches/" + id;
	}

	@PostMapping("/closing")
	@Access(Role.FINANCE)
	String close(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		this.batches.close(actor, id);
		return done(id, BatchAction.CLOSE, flash);
	}

	@GetMapping("/voiding")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String confirmVoid(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("batch", this.batches.voidable(actor, id));
		return "disbursement/void";
	}

	@PostMapping("/voiding")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String makeVoid(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes flash) {
		this.batches.makeVoid(actor, id, reason);
		return done(id, BatchAction.VOID, flash);
	}

	private static String done(long id, BatchAction action, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("disbursement.flash." + action));
		return "redirect:/batches/" + id;
	}

}
