package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Workbook;

/**
 * Every row of a file, read and compared, with nothing written.
 *
 * @param <R> what is read from one row
 */
record DryRun<R>(Importer<R> importer, ImportContext context, List<ImportRow<R>> rows, List<Importer.Missing> missing,
		int ignored, int hidden) {

	private static final Pattern FORMULA = Pattern.compile("(?s)[=@＝＠].+|[+\\-＋－]\\s*[^\\d\\s\\-—].*");

	static <R> DryRun<R> of(Importer<R> importer, ImportContext context, Workbook workbook, List<SheetPart> parts) {
		var fields = new LinkedHashMap<String, ImportField>();
		importer.fields().forEach((field) -> fields.put(field.key(), field));
		var rows = new ArrayList<ImportRow<R>>();
		var reader = importer.reader(context);
		var ignored = 0;
		var hidden = 0;
		var offset = 0;
		for (var part : parts) {
			var sheet = workbook.sheets().get(part.layout().sheet());
			var data = DataRows.below(sheet, part.layout(), importer, part.given());
			for (var line : data.rows()) {
				var row = new ImportRow<R>(offset + line.number(), (parts.size() > 1) ? part.name() : "", line,
						part.layout(), data.given(line, part.given()), fields);
				checkCells(row, fields);
				row.value(reader.read(row));
				rows.add(row);
			}
			ignored += data.ignored().size();
			hidden += data.hidden().size();
			offset += sheet.rows().getLast().number();
		}
		return new DryRun<>(importer, context, rows, importer.compare(rows, context), ignored, hidden);
	}

	/** What is wrong with a cell whatever it means. */
	private static void checkCells(ImportRow<?> row, LinkedHashMap<String, ImportField> fields) {
		for (var field : fields.values()) {
			var cell = row.cell(field.key());
			if (field.identifier() && cell.lostDigits()) {
				row.reject(field.key(), "importing.cell.lost-digits");
			}
			else if (cell.kind() == Cell.Kind.ERROR) {
				row.reject(field.key(), "importing.cell.failed");
			}
			else if (cell.formula() && cell.text().isBlank()) {
				row.reject(field.key(), "importing.cell.formula-empty");
			}
			else if (cell.formula()) {
				row.doubt(field.key(), "importing.cell.formula");
			}
			else if (looksLikeFormula(row.written(field.key()))) {
				row.doubt(field.key(), "importing.cell.formula-text");
			}
		}
	}

	/** Signs alone are how people write nothing, and +86 begins a phone number. */
	private static boolean looksLikeFormula(String text) {
		return !text.isEmpty() && "=@＝＠+-＋－".indexOf(text.charAt(0)) >= 0 && FORMULA.matcher(text).matches();
	}

	List<RowReport> reports() {
		var reports = new ArrayList<RowReport>();
		for (var row : this.rows) {
			reports.add(new RowReport(row.number(), row.sheet(), row.line(), row.severity().name(), row.plan(),
					row.label(), row.findings(), row.changes(), null));
		}
		for (var i = 0; i < this.missing.size(); i++) {
			var gone = this.missing.get(i);
			reports.add(new RowReport(i + 1, "", 0, "MISSING", Plan.MISSING, gone.label() + "　" + gone.note(),
					List.of(), List.of(), null));
		}
		return reports;
	}

	ImportCounts counts() {
		return new ImportCounts(count(Severity.OK), count(Severity.CONFIRM), count(Severity.ERROR), this.missing.size(),
				this.ignored, this.hidden, count(Plan.NEW), count(Plan.CHANGED), count(Plan.SAME), 0, findings());
	}

	private Map<String, Integer> findings() {
		var rows = new HashMap<String, Integer>();
		for (var row : this.rows) {
			row.findings()
				.stream()
				.map((finding) -> finding.severity() + " " + finding.key())
				.distinct()
				.forEach((key) -> rows.merge(key, 1, Integer::sum));
		}
		return rows;
	}

	private int count(Severity severity) {
		return (int) this.rows.stream().filter((row) -> row.severity() == severity).count();
	}

	private int count(Plan plan) {
		return (int) this.rows.stream().filter((row) -> row.severity() == Severity.OK && row.plan() == plan).count();
	}

}
