package org.nuanyang.filing;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.Purpose;
import org.nuanyang.student.PurposeForm;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The workbook of a filing, as usual or with chosen columns. */
@Controller
@Access({ Role.OFFICER, Role.COUNTY })
class FilingExportController {

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final FilingService filings;

	private final FilingExports exports;

	FilingExportController(FilingService filings, FilingExports exports) {
		this.filings = filings;
		this.exports = exports;
	}

	@GetMapping("/filings/{id}/export")
	String choose(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") Set<FilingColumn> columns,
			@RequestParam Map<String, String> sent, @ModelAttribute("form") PurposeForm form, BindingResult asBefore,
			Model model) {
		fill(actor, id, columns, sent, model);
		return "filing/export";
	}

	private void fill(Actor actor, long id, Set<FilingColumn> columns, Map<String, String> sent, Model model) {
		var head = this.filings.head(actor, id);
		model.addAttribute("head", head);
		model.addAttribute("columns", FilingColumn.values());
		var usual = this.exports.columns(actor, head.schoolId());
		model.addAttribute("ticked", usual);
		// After a refusal the page has the numbers that were sent, and shows what was
		// chosen.
		model.addAttribute("chosen",
				sent.keySet().stream().anyMatch((name) -> name.startsWith("order.")) ? columns : Set.copyOf(usual));
		model.addAttribute("needed", actor.is(Role.COUNTY) ? FilingColumn.needed() : List.of());
		model.addAttribute("purposes", Purpose.values());
	}

	/** The file itself is the answer; a template kept on the way shows the next time. */
	@PostMapping("/filings/{id}/export")
	Object chosen(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") Set<FilingColumn> columns,
			@RequestParam Map<String, String> sent, @Valid @ModelAttribute("form") PurposeForm form,
			BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			fill(actor, id, columns, sent, model);
			return new ModelAndView("filing/export", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		var ordered = FilingColumn.ordered(columns, numbers(id, sent));
		return file(this.exports.chosen(actor, id, ordered, "true".equals(sent.get("keep")), form));
	}

	/** The numbers typed beside the columns, as in {@code order.NAME}. */
	private static Map<FilingColumn, Integer> numbers(long id, Map<String, String> sent) {
		var numbers = new EnumMap<FilingColumn, Integer>(FilingColumn.class);
		for (var column : FilingColumn.values()) {
			var typed = sent.getOrDefault("order." + column, "").strip();
			if (typed.matches("\\d{1,3}")) {
				numbers.put(column, Integer.parseInt(typed));
			}
			else if (!typed.isEmpty()) {
				throw RuleViolation.on("columns", "filing.columns.order").toldOn("/filings/" + id + "/export");
			}
		}
		return numbers;
	}

	private static ResponseEntity<byte[]> file(FilingExports.Export export) {
		var name = ContentDisposition.attachment().filename(export.name(), StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.contentType(XLSX)
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(export.content());
	}

}
