package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Objects;

import jakarta.validation.Valid;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
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

/** Registers money that came in (到账登记). */
@Controller
@RequestMapping("/funds/{id}/receipts")
@Access(Role.FINANCE)
class ReceiptController {

	private final FundService funds;

	private final ReversalService reversals;

	private final AttachmentService attachments;

	private final Clock clock;

	ReceiptController(FundService funds, ReversalService reversals, AttachmentService attachments, Clock clock) {
		this.funds = funds;
		this.reversals = reversals;
		this.attachments = attachments;
		this.clock = clock;
	}

	@GetMapping("/new")
	String create(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("fund", this.funds.fund(actor, id));
		model.addAttribute("form", ReceiptForm.empty(LocalDate.now(this.clock)));
		return "fund/receipt";
	}

	/** 到账登记簿 on paper. */
	@GetMapping("/paper")
	@Access({ Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR })
	String paper(Actor actor, @PathVariable long id, Model model) {
		var receipts = this.funds.receipts(actor, id);
		model.addAttribute("fund", this.funds.fund(actor, id));
		model.addAttribute("receipts", receipts);
		var byReversal = receipts.stream().collect(Collectors.partitioningBy(ReceiptRow::reversed));
		var standing = Objects.requireNonNull(byReversal.get(false));
		var reversed = Objects.requireNonNull(byReversal.get(true));
		model.addAttribute("counted", standing.size());
		model.addAttribute("total", sum(standing));
		model.addAttribute("reversed", reversed.size());
		model.addAttribute("reversedTotal", sum(reversed));
		model.addAttribute("today", LocalDate.now(this.clock));
		return "fund/receipts-paper";
	}

	private static Yuan sum(List<ReceiptRow> receipts) {
		return receipts.stream().map(ReceiptRow::amount).reduce(Yuan.ZERO, Yuan::plus);
	}

	@PostMapping
	ModelAndView receive(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") ReceiptForm form,
			BindingResult result, Model model, RedirectAttributes flash) {
		model.addAttribute("fund", this.funds.fund(actor, id));
		if (!result.hasErrors()) {
			try {
				var amount = amount(Objects.requireNonNull(form.amount()));
				var receipt = this.funds.receive(actor, id, Objects.requireNonNull(form.documentNo()),
						Objects.requireNonNull(form.receivedOn()), amount, form.payer());
				flash.addFlashAttribute("done", new Flash("fund.done.received", amount.toString(), form.documentNo()));
				return new ModelAndView("redirect:/funds/" + id + "/receipts/" + receipt);
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		return new ModelAndView("fund/receipt", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** One receipt with the scans of its document. */
	@GetMapping("/{receipt}")
	@Access({ Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, @PathVariable long receipt, Model model) {
		var page = this.funds.receipt(actor, receipt);
		if (page.fund().id() != id) {
			throw new NotFound("receipt " + receipt + " of fund " + id);
		}
		model.addAttribute("fund", page.fund());
		model.addAttribute("receipt", page.row());
		model.addAttribute("mayReverse", actor.is(Role.PRINCIPAL));
		model.addAttribute("board", this.attachments.board(actor, new AttachmentOwner(ReceiptScans.OWNER, receipt)));
		return "fund/receipt-show";
	}

	/** Takes back a receipt that was registered wrongly, by a red entry. */
	@PostMapping("/{receipt}/reversal")
	@Access(Role.PRINCIPAL)
	String reverse(Actor actor, @PathVariable long id, @PathVariable long receipt,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
		this.reversals.reverseReceipt(actor, id, receipt, reason);
		flash.addFlashAttribute("done", new Flash("fund.done.reversed"));
		return "redirect:/funds/" + id;
	}

	private static Yuan amount(String text) {
		try {
			return Yuan.of(text);
		}
		catch (RuleViolation violation) {
			throw RuleViolation.on("amount", violation.key(), violation.arguments());
		}
	}

}
