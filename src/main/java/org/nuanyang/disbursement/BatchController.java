package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.BudgetUse;
import org.nuanyang.fund.BudgetService;
import org.nuanyang.fund.FundView;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payment batches: list, prepare, show, print. */
@Controller
@RequestMapping("/batches")
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class BatchController {

	private static final Set<BatchAction> APPROVALS = EnumSet.of(BatchAction.PREPARE, BatchAction.RENEW,
			BatchAction.CHECK, BatchAction.APPROVE, BatchAction.SEND_BACK, BatchAction.LOCK);

	private final BatchPages batches;

	private final ListGuard guard;

	private final LongBatchService longBatches;

	private final PaymentListService lists;

	private final ComparisonService comparisons;

	private final BankFileService files;

	private final FundService funds;

	private final BudgetService budgets;

	private final Clock clock;

	BatchController(BatchPages batches, ListGuard guard, LongBatchService longBatches, PaymentListService lists,
			ComparisonService comparisons, BankFileService files, FundService funds, BudgetService budgets,
			Clock clock) {
		this.batches = batches;
		this.guard = guard;
		this.longBatches = longBatches;
		this.lists = lists;
		this.comparisons = comparisons;
		this.files = files;
		this.funds = funds;
		this.budgets = budgets;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("batches", mine ? this.batches.waitingFor(actor) : this.batches.batches(actor));
		model.addAttribute("mayPrepare", BatchAction.PREPARE.isFor(actor) && actor.schoolId() != null);
		return "disbursement/list";
	}

	/** Chooses fund and term; with both it shows who would be on the list. */
	@GetMapping("/new")
	@Access(Role.OFFICER)
	String create(Actor actor, @RequestParam(required = false) @Nullable Long fund,
			@RequestParam(required = false) @Nullable Term term, @RequestParam(defaultValue = "BANK") Payout payout,
			Model model) {
		var chosen = (term != null) ? term : Term.of(LocalDate.now(this.clock));
		model.addAttribute("funds", ownFunds(actor));
		model.addAttribute("fund", fund);
		model.addAttribute("term", chosen);
		model.addAttribute("payout", payout);
		model.addAttribute("payouts", Payout.values());
		model.addAttribute("key", UUID.randomUUID());
		if (fund != null) {
			model.addAttribute("notBefore", this.lists.notBefore(actor, fund, chosen));
			model.addAttribute("preview", this.lists.preview(actor, fund, chosen, payout));
		}
		return "disbursement/new";
	}

	private List<FundView> ownFunds(Actor actor) {
		var school = actor.ownSchool();
		return this.funds.funds(actor).stream().filter((fund) -> fund.schoolId() == school).toList();
	}

	@PostMapping
	@Access(Role.OFFICER)
	String prepare(Actor actor, @Valid @ModelAttribute BatchForm form, RedirectAttributes flash) {
		var choice = PayoutChoice.of(form.payout(), form.payoutReason());
		this.lists.requireBegun(actor, Objects.requireNonNull(form.fund()), Objects.requireNonNull(form.term()));
		var job = this.longBatches.prepare(actor, Objects.requireNonNull(form.fund()),
				Objects.requireNonNull(form.term()), choice, Objects.requireNonNull(form.key()));
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		var id = this.lists.prepare(actor, Objects.requireNonNull(form.fund()), Objects.requireNonNull(form.term()),
				choice, Objects.requireNonNull(form.key()));
		flash.addFlashAttribute("done", new Flash("disbursement.flash.PREPARE"));
		return "redirect:/batches/" + id;
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "ALL") RowFilter rows,
			@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
		var batch = this.batches.batch(actor, id);
		model.addAttribute("batch", batch);
		model.addAttribute("running", this.longBatches.running(id).orElse(null));
		if (batch.status().isUnderWay()) {
			model.addAttribute("due", this.lists.due(batch));
		}
		var waiting = this.batches.accountsWaiting(batch);
		model.addAttribute("accountsWaiting", waiting.size());
		model.addAttribute("accountsWaitingOf", Names.of(waiting));
		model.addAttribute("overBudget", overBudget(actor, batch).orElse(null));
		model.addAttribute("rows", this.batches.rows(actor, id, rows, page));
		model.addAttribute("shown", rows);
		model.addAttribute("filters", RowFilter.values());
		var failed = this.batches.rows(actor, id, RowFilter.FAILED, 1);
		model.addAttribute("failed", failed);
		model.addAttribute("mending", this.batches.mending(failed));
		model.addAttribute("mayWaive", actor.is(Role.PRINCIPAL));
		model.addAttribute("movedOn", this.guard.movedOn(actor, batch));
		model.addAttribute("leftOut", this.batches.leftOut(actor, id, 1));
		model.addAttribute("problems", this.batches.problems(actor, id, 1));
		model.addAttribute("booked", this.batches.booked(actor, id));
		model.addAttribute("advice", this.files.advice(id, locale));
		model.addAttribute("comparison", this.comparisons.comparison(actor, id));
		model.addAttribute("recent", this.comparisons.recentChanges(actor, id));
		model.addAttribute("formats", this.files.formats());
		model.addAttribute("purposes", FilePurpose.forBankFiles());
		model.addAttribute("guide", this.files.guide(id, locale));
		model.addAttribute("unwritable", this.files.unwritable(actor, id));
		return "disbursement/show";
	}

	/** The budget, where this batch exceeds it, or did when it was approved. */
	private Optional<BudgetUse> overBudget(Actor actor, BatchView batch) {
		if (batch.status() == BatchStatus.VOID || batch.status() == BatchStatus.CLOSED) {
			return Optional.empty();
		}
		var more = (batch.status().isPromised() || batch.original() != null) ? Yuan.ZERO : batch.total();
		return this.budgets.use(batch.fund(), this.funds.funds(actor), more).filter(BudgetUse::isOver);
	}

	/** 发放审批表 on paper: what was approved, by whom. */
	@GetMapping("/{id}/approval-sheet")
	String approvalSheet(Actor actor, @PathVariable long id, Model model) {
		var batch = this.batches.batch(actor, id);
		model.addAttribute("batch", batch);
		model.addAttribute("comparison", this.comparisons.comparison(actor, id));
		model.addAttribute("steps",
				batch.steps().stream().filter((step) -> APPROVALS.contains(step.action())).toList());
		model.addAttribute("today", LocalDate.now(this.clock));
		return "disbursement/approval-sheet";
	}

}
