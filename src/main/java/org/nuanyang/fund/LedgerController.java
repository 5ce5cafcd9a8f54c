package org.nuanyang.fund;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Ledgers on the screen, on paper and as a workbook; fund 0 is the whole school. */
@Controller
@Access({ Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR })
class LedgerController {

	private final LedgerService ledgers;

	private final FundService funds;

	private final LedgerLinks links;

	private final LedgerTable table;

	private final Clock clock;

	LedgerController(LedgerService ledgers, FundService funds, LedgerLinks links, LedgerTable table, Clock clock) {
		this.ledgers = ledgers;
		this.funds = funds;
		this.links = links;
		this.table = table;
		this.clock = clock;
	}

	@GetMapping("/funds/{id}/ledger")
	String fund(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable String period,
			Model model) {
		fill(actor, id, period(period), model);
		return "fund/ledger";
	}

	@GetMapping("/funds/ledger")
	String school(Actor actor, @RequestParam(required = false) @Nullable Long school,
			@RequestParam(required = false) @Nullable String period, Model model) {
		fillSchool(actor, school, period(period), model);
		return "fund/ledger";
	}

	@GetMapping("/funds/{id}/ledger/paper")
	String fundPaper(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable String period,
			Model model) {
		fill(actor, id, period(period), model);
		return "fund/ledger-paper";
	}

	@GetMapping("/funds/ledger/paper")
	String schoolPaper(Actor actor, @RequestParam(required = false) @Nullable Long school,
			@RequestParam(required = false) @Nullable String period, Model model) {
		fillSchool(actor, school, period(period), model);
		return "fund/ledger-paper";
	}

	private void fill(Actor actor, long id, LedgerPeriod period, Model model) {
		var fund = this.funds.fund(actor, id);
		model.addAttribute("fund", fund);
		model.addAttribute("schools", List.of());
		head(fund.schoolId(), fund.schoolName(), "/funds/" + id + "/ledger", model);
		model.addAttribute("periods", this.ledgers.periods(actor, fund.schoolId(), id));
		show(this.ledgers.fund(actor, id, period), model);
	}

	private void fillSchool(Actor actor, @Nullable Long asked, LedgerPeriod period, Model model) {
		var school = this.ledgers.school(actor, asked);
		model.addAttribute("fund", null);
		model.addAttribute("schools", this.ledgers.schools(actor));
		head(school.id(), school.name(), "/funds/ledger", model);
		model.addAttribute("periods", this.ledgers.periods(actor, school.id(), null));
		show(this.ledgers.school(school, period), model);
	}

	private static void head(long schoolId, String schoolName, String base, Model model) {
		model.addAttribute("school", schoolId);
		model.addAttribute("schoolName", schoolName);
		model.addAttribute("base", base);
	}

	private void show(Ledger ledger, Model model) {
		model.addAttribute("ledger", ledger);
		model.addAttribute("paths", this.links.paths(ledger.lines()));
		model.addAttribute("today", LocalDate.now(this.clock));
	}

	@GetMapping("/funds/{id}/ledger/export")
	ResponseEntity<byte[]> fundExport(Actor actor, @PathVariable long id,
			@RequestParam(required = false) @Nullable String period) {
		var fund = this.funds.fund(actor, id);
		var chosen = period(period);
		this.ledgers.taken(actor, fund.schoolId(), id, chosen);
		return file(fund.name(), this.ledgers.fund(actor, id, chosen));
	}

	@GetMapping("/funds/ledger/export")
	ResponseEntity<byte[]> schoolExport(Actor actor, @RequestParam(required = false) @Nullable Long school,
			@RequestParam(required = false) @Nullable String period) {
		var chosen = period(period);
		var read = this.ledgers.school(actor, school);
		this.ledgers.taken(actor, read.id(), null, chosen);
		return file(read.name(), this.ledgers.school(read, chosen));
	}

	private ResponseEntity<byte[]> file(String name, Ledger ledger) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.table.name(name, ledger) + ".xlsx", StandardCharsets.UTF_8)
						.build()
						.toString())
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.body(this.table.workbook(name, ledger));
	}

	private LedgerPeriod period(@Nullable String code) {
		return LedgerPeriod
			.of((code != null && !code.isBlank()) ? code : SchoolYear.of(LocalDate.now(this.clock)).firstYear() + "-0");
	}

}
