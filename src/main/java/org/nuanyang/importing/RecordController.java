package org.nuanyang.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.workbook.Sheet;

/**
 * A done import on paper, for the file: who, when, which file, what it brought and what
 * was found in it.
 */
@Controller
@Access({ Role.OFFICER, Role.ADMIN })
class RecordController {

	private final ImportService imports;

	private final ImportWords words;

	RecordController(ImportService imports, ImportWords words) {
		this.imports = imports;
		this.words = words;
	}

	/**
	 * @param severity as a bucket is called
	 */
	record Found(Severity severity, String text, int rows) {

	}

	record Line(String letter, String heading, String field, Layout.Source source) {

	}

	@GetMapping("/imports/{id}/record")
	String show(Actor actor, @PathVariable long id, Model model) {
		var run = this.imports.done(actor, id);
		model.addAttribute("run", run);
		model.addAttribute("findings", findings(run.counts()));
		model.addAttribute("columns",
				run.layout().columns().stream().map((column) -> line(run.kind(), column)).toList());
		return "importing/record";
	}

	private List<Found> findings(ImportCounts counts) {
		return counts.findings()
			.entrySet()
			.stream()
			.map(this::found)
			.sorted(Comparator.comparing(Found::severity)
				.reversed()
				.thenComparing(Found::rows, Comparator.reverseOrder()))
			.toList();
	}

	private Found found(Map.Entry<String, Integer> counted) {
		var parts = counted.getKey().split(" ");
		return new Found(Severity.valueOf(parts[0]), this.words.kindOfFinding(parts[1]), counted.getValue());
	}

	private Line line(String kind, Layout.Column column) {
		var field = (column.field() != null) ? this.words.field(kind, column.field())
				: this.words.text("importing.columns.ignore");
		return new Line(Sheet.columnName(column.column()), column.heading(), field, column.source());
	}

}
