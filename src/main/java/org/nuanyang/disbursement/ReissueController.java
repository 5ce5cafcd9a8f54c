package org.nuanyang.disbursement;

import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.web.Refusals;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Re-issues (补发) of what the bank gave back. */
@Controller
@RequestMapping("/batches/{id}/reissues")
@Access(Role.OFFICER)
class ReissueController {

	private final BatchPages batches;

	private final PaymentListService lists;

	private final LongBatchService longBatches;

	ReissueController(BatchPages batches, PaymentListService lists, LongBatchService longBatches) {
		this.batches = batches;
		this.lists = lists;
		this.longBatches = longBatches;
	}

	@GetMapping("/new")
	String confirm(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "BANK") Payout payout,
			Model model) {
		model.addAttribute("form", TotalForm.keyed());
		return show(actor, id, payout, null, model);
	}

	private String show(Actor actor, long id, Payout payout, @Nullable String reason, Model model) {
		model.addAttribute("payout", payout);
		model.addAttribute("payouts", Payout.values());
		model.addAttribute("payoutReason", reason);
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("preview", this.lists.reissuePreview(actor, id, payout));
		return "disbursement/reissue";
	}

	@PostMapping
	ModelAndView reissue(Actor actor, @PathVariable long id, @RequestParam UUID key,
			@RequestParam(defaultValue = "BANK") Payout payout,
			@RequestParam(required = false) @Nullable String payoutReason,
			@Valid @ModelAttribute("form") TotalForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				var choice = PayoutChoice.of(payout, payoutReason);
				return new ModelAndView(reissue(actor, id, key, form.amount(), choice, flash));
			}
			catch (RuleViolation violation) {
				Refusals.rejectField(result, violation);
			}
		}
		return new ModelAndView(show(actor, id, payout, payoutReason, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String reissue(Actor actor, long id, UUID key, Yuan total, PayoutChoice choice, RedirectAttributes flash) {
		var job = this.longBatches.reissue(actor, id, key, total, choice);
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		var batch = this.lists.reissue(actor, id, key, total, choice);
		flash.addFlashAttribute("done", new Flash("disbursement.flash.REISSUE"));
		return "redirect:/batches/" + batch;
	}

}
