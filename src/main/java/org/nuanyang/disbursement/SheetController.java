package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 发放花名册 on paper, one row per signature, a page or more per class. */
@Controller
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class SheetController {

	private final BatchService batches;

	private final StudentService students;

	private final ProgrammeService programmes;

	private final Clock clock;

	SheetController(BatchService batches, StudentService students, ProgrammeService programmes, Clock clock) {
		this.batches = batches;
		this.students = students;
		this.programmes = programmes;
		this.clock = clock;
	}

	@GetMapping("/batches/{id}/sheet")
	String sheet(Actor actor, @PathVariable long id, Model model) {
		var batch = this.batches.batch(actor, id);
		model.addAttribute("batch", batch);
		model.addAttribute("classes", SheetClass.of(batch.rows()));
		model.addAttribute("contacts",
				this.students.contacts(actor, batch.rows().stream().map(PaymentRow::enrolmentId).toList()));
		model.addAttribute("standards", this.programmes.standards(batch.fund().programmeId(), batch.year()).annual());
		model.addAttribute("today", LocalDate.now(this.clock));
		return "disbursement/sheet";
	}

}
