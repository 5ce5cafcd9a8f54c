package org.nuanyang.disbursement;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ledger of one pupil: on the screen, on paper, as a workbook. */
@Controller
@RequestMapping("/students/{id}/payments")
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class PupilLedgerController {

	private final PupilLedgerService ledgers;

	private final PupilLedgerTable table;

	private final Clock clock;

	PupilLedgerController(PupilLedgerService ledgers, PupilLedgerTable table, Clock clock) {
		this.ledgers = ledgers;
		this.table = table;
		this.clock = clock;
	}

	@GetMapping
	String show(Actor actor, @PathVariable long id, Model model) {
		fill(actor, id, model);
		return "disbursement/pupil";
	}

	@GetMapping("/paper")
	String paper(Actor actor, @PathVariable long id, Model model) {
		fill(actor, id, model);
		return "disbursement/pupil-paper";
	}

	private void fill(Actor actor, long id, Model model) {
		var pupil = this.ledgers.pupil(actor, id);
		model.addAttribute("pupil", pupil);
		model.addAttribute("ledger", this.ledgers.of(pupil));
		model.addAttribute("mayReadCase", actor.is(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR));
		model.addAttribute("today", LocalDate.now(this.clock));
	}

	@GetMapping("/export")
	ResponseEntity<byte[]> export(Actor actor, @PathVariable long id) {
		var pupil = this.ledgers.pupil(actor, id);
		var ledger = this.ledgers.of(pupil);
		this.ledgers.taken(actor, pupil, ledger.lines().size());
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.table.name(pupil) + ".xlsx", StandardCharsets.UTF_8)
						.build()
						.toString())
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.body(this.table.workbook(pupil, ledger));
	}

}
