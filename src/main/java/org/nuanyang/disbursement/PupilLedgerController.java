package org.nuanyang.disbursement;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.ExportPage;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.PurposeForm;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

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
	ModelAndView ask(Actor actor, @PathVariable long id) {
		return page(this.ledgers.pupil(actor, id)).ask();
	}

	private ExportPage page(PupilView pupil) {
		var path = "/students/" + pupil.id() + "/payments";
		return new ExportPage(this.table.name(pupil), path, path + "/export", this.ledgers.of(pupil).lines().size(),
				Map.of());
	}

	@PostMapping("/export")
	Object export(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") PurposeForm why,
			BindingResult errors) {
		var pupil = this.ledgers.pupil(actor, id);
		if (errors.hasErrors()) {
			return page(pupil).again(errors);
		}
		var ledger = this.ledgers.of(pupil);
		this.ledgers.taken(actor, pupil, ledger.lines().size(), why);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.table.name(pupil) + ".xlsx", StandardCharsets.UTF_8)
						.build()
						.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.body(this.table.workbook(actor, pupil, ledger, why));
	}

}
