package org.nuanyang.report;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Term;
import org.nuanyang.org.OrgService;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资助发放统计表, the table that finance reads too: money alone. */
@Controller
@RequestMapping("/reports/payments")
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.DISTRICT, Role.COUNTY })
class PayController {

	private final PayService pays;

	private final OrgService orgs;

	private final ReportFiles files;

	PayController(PayService pays, OrgService orgs, ReportFiles files) {
		this.pays = pays;
		this.orgs = orgs;
		this.files = files;
	}

	@GetMapping
	String table(Actor actor, @RequestParam @Nullable Long school, @RequestParam @Nullable Integer year, Model model) {
		model.addAttribute("table", this.pays.table(actor, school, this.pays.year(year)));
		model.addAttribute("schools", actor.school().isPresent() ? List.of() : this.orgs.schools(actor));
		return "report/payments";
	}

	@GetMapping("/paper")
	String paper(Actor actor, @RequestParam @Nullable Long school, @RequestParam @Nullable Integer year, Model model) {
		model.addAttribute("table", this.pays.table(actor, school, this.pays.year(year)));
		return "report/payments-paper";
	}

	@GetMapping("/export")
	ResponseEntity<byte[]> workbook(Actor actor, @RequestParam @Nullable Long school,
			@RequestParam @Nullable Integer year) {
		return this.files.workbook("report.pay", this.pays.workbook(actor, school, this.pays.year(year)));
	}

	/** Whom a cell of the table counts. */
	@GetMapping("/pupils")
	String pupils(Actor actor, @RequestParam @Nullable Long school, @RequestParam @Nullable Integer year,
			@RequestParam @Nullable Long programme, @RequestParam @Nullable Term term,
			@RequestParam @Nullable String state, @RequestParam(defaultValue = "1") int page, Model model) {
		var filter = new PayFilter(this.pays.year(year), school, programme, term, PayState.of(state),
				Math.max(1, page));
		var table = this.pays.table(actor, school, filter.year());
		model.addAttribute("filter", filter);
		model.addAttribute("mayOpen", actor.school().isPresent());
		model.addAttribute("table", table);
		model.addAttribute("programme",
				table.rows()
					.stream()
					.filter((row) -> programme != null && programme.equals(row.programme()))
					.map(PayRow::programmeName)
					.findFirst()
					.orElse(""));
		model.addAttribute("page", this.pays.page(actor, filter));
		model.addAttribute("sum", this.pays.sum(actor, filter));
		return "report/payment-pupils";
	}

}
