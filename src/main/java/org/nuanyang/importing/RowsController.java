package org.nuanyang.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/** Third step: what the dry run found, and what a person accepts all the same. */
@Controller
@Access({ Role.OFFICER, Role.ADMIN })
class RowsController {

	private final ImportService imports;

	private final ImportWords words;

	RowsController(ImportService imports, ImportWords words) {
		this.imports = imports;
		this.words = words;
	}

	/** One row with its findings in words. */
	record Row(RowReport report, List<ImportWords.Line> lines, List<ImportWords.Change> changes) {

	}

	/** Which rows a person wants to see; anything else is overlooked. */
	record Shown(@Nullable String bucket, @Nullable String plan, @Nullable String page) {

		@Nullable Plan only() {
			var upper = (this.plan != null) ? this.plan.toUpperCase(Locale.ROOT) : "";
			return Stream.of(Plan.NEW, Plan.CHANGED, Plan.SAME)
				.filter((one) -> one.name().equals(upper))
				.findFirst()
				.orElse(null);
		}

		int at() {
			return (this.page != null && this.page.matches("[1-9]\\d{0,6}")) ? Integer.parseInt(this.page) : 1;
		}

	}

	/**
	 * Also at the posted addresses, so that a refusal shows this page with its reason.
	 */
	@GetMapping({ "/imports/{id}/rows", "/imports/{id}/acceptance", "/imports/{id}/acceptance-withdrawal" })
	String list(Actor actor, @PathVariable long id, Shown wanted, Model model) {
		var run = this.imports.one(actor, id);
		if (run.status() != ImportStatus.CHECKED) {
			return "redirect:/imports/" + id;
		}
		var shown = bucket(wanted.bucket(), run.counts());
		var plan = shown.equals("OK") ? wanted.only() : null;
		var rows = this.imports.rows(actor, id, shown, plan, wanted.at(), 50);
		model.addAttribute("run", run);
		model.addAttribute("bucket", shown);
		model.addAttribute("plan", plan);
		model.addAttribute("plans", this.imports.plans(actor, id, "OK"));
		model.addAttribute("rows", new Paged<>(rows.rows().stream().map((row) -> row(run.kind(), row)).toList(),
				rows.page(), rows.size(), rows.total()));
		model.addAttribute("decisions", decisions(actor, id));
		return "importing/rows";
	}

	/** What needs a person comes first. */
	private static String bucket(@Nullable String wanted, ImportCounts counts) {
		var upper = (wanted != null) ? wanted.toUpperCase(Locale.ROOT) : "";
		if (List.of("OK", "CONFIRM", "ERROR", "MISSING").contains(upper)) {
			return upper;
		}
		return (counts.error() > 0) ? "ERROR" : (counts.confirm() > 0) ? "CONFIRM" : "OK";
	}

	private Row row(String kind, RowReport report) {
		var lines = report.findings().stream().map((finding) -> this.words.line(kind, report, finding)).toList();
		return new Row(report, lines, this.words.changes(kind, report));
	}

	/** Several findings may ask for the same decision: it is told once. */
	private List<String> decisions(Actor actor, long id) {
		var byText = new HashMap<String, Integer>();
		this.imports.openDecisions(actor, id)
			.forEach((key, rows) -> byText.merge(this.words.text(key + ".short"), rows, Integer::sum));
		return byText.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.map((decision) -> this.words.text("importing.decision", decision.getKey(), decision.getValue()))
			.toList();
	}

	/** Accepts the ticked rows, or every one that asks. */
	@PostMapping("/imports/{id}/acceptance")
	String accept(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable List<Integer> rows,
			@RequestParam(defaultValue = "false") boolean all) {
		if (rows == null && !all) {
			throw new RuleViolation("importing.accept.none");
		}
		this.imports.accept(actor, id, all ? null : rows);
		return "redirect:/imports/" + id + "/rows?bucket=confirm";
	}

	@PostMapping("/imports/{id}/acceptance-withdrawal")
	String withdraw(Actor actor, @PathVariable long id, @RequestParam int row) {
		this.imports.withdraw(actor, id, List.of(row));
		return "redirect:/imports/" + id + "/rows?bucket=confirm";
	}

}
