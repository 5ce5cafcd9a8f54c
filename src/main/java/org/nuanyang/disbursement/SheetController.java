package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 发放花名册 on paper, one row per signature, a page or more per class. */
@Controller
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class SheetController {

	private final BatchPages batches;

	private final StudentService students;

	private final ProgrammeService programmes;

	private final Clock clock;

	SheetController(BatchPages batches, StudentService students, ProgrammeService programmes, Clock clock) {
		this.batches = batches;
		this.students = students;
		this.programmes = programmes;
		this.clock = clock;
	}

	/**
	 * All classes of a short batch; of a long one a list of its grades and classes, each
	 * to be printed by itself.
	 */
	@GetMapping("/batches/{id}/sheet")
	String sheet(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable Integer grade,
			@RequestParam(name = "class", required = false) @Nullable Long ofClass, Model model) {
		var batch = this.batches.batch(actor, id);
		model.addAttribute("batch", batch);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("classes", this.batches.classes(actor, id));
		if (batch.rowCount() >= BatchJob.MANY && grade == null && ofClass == null) {
			return "disbursement/sheet-index";
		}
		var rows = this.batches.sheet(actor, id, grade, ofClass);
		model.addAttribute("sheets", SheetClass.of(rows));
		model.addAttribute("whole", grade == null && ofClass == null);
		model.addAttribute("contacts",
				this.students.contacts(actor, rows.stream().map(PaymentRow::enrolmentId).toList()));
		model.addAttribute("standards", standards(batch, rows));
		return "disbursement/sheet";
	}

	/** The sum of each class and of all, which is signed once. */
	@GetMapping("/batches/{id}/sheet/summary")
	String summary(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("classes", this.batches.classes(actor, id));
		model.addAttribute("sheets", List.of());
		model.addAttribute("whole", true);
		return "disbursement/sheet";
	}

	/**
	 * The yearly standard of each pupil; by stage and boarding it is what two such terms
	 * come to.
	 */
	private Map<Long, Yuan> standards(BatchView batch, List<PaymentRow> rows) {
		var tiers = this.programmes.findStandards(batch.fund().programmeId(), batch.year());
		return rows.stream()
			.collect(Collectors.toMap(PaymentRow::enrolmentId, (row) -> tiers.map((year) -> year.annual(row.tier()))
				.orElseGet(() -> row.amount().plus(row.amount())), (one, two) -> one));
	}

}
