package org.nuanyang.importing;

import java.util.List;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Worksheet;

import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.Workbook;
import org.nuanyang.workbook.XlsxFile;

/**
 * The uploaded table again, each row and column where it was, with coloured cells, a
 * comment on each and a result column at the end. Every cell is text: nothing computes.
 */
final class AnnotatedWorkbook {

	private static final String ERROR = "FFF9D7D5";

	private static final String CONFIRM = "FFFBEBC2";

	private static final int NARROWEST = 8;

	private static final int WIDEST = 40;

	private AnnotatedWorkbook() {
	}

	/** The words of the reader's language. */
	interface Words {

		String heading();

		String result(RowReport row);

		String finding(Finding finding);

	}

	static byte[] write(Workbook workbook, List<SheetPart> parts, List<RowReport> reports, Words words) {
		return XlsxFile.write((target) -> {
			for (var part : parts) {
				var sheet = workbook.sheets().get(part.layout().sheet());
				var name = sheet.name().replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
				var page = target.newWorksheet((name.isEmpty()) ? "Sheet1" : name);
				copy(sheet, page, part.layout().headerRow());
				annotate(page, sheet.columns(), part.layout(), of(part, parts, reports), words);
			}
		});
	}

	private static List<RowReport> of(SheetPart part, List<SheetPart> parts, List<RowReport> reports) {
		return reports.stream()
			.filter((report) -> report.plan() != Plan.MISSING)
			.filter((report) -> parts.size() == 1 || report.sheet().equals(part.name()))
			.toList();
	}

	/** Columns are as wide as the table needs, whatever title stands above it. */
	private static void copy(Sheet sheet, Worksheet page, int headerRow) {
		var widths = new int[sheet.columns()];
		for (var row : sheet.rows()) {
			for (var column = 0; column < row.cells().size(); column++) {
				var text = row.cells().get(column).text();
				if (!text.isEmpty()) {
					widths[column] = Math.max(widths[column], (row.number() >= headerRow) ? width(text) : NARROWEST);
					page.value(row.number() - 1, column, text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", ""));
					page.style(row.number() - 1, column).format("@").set();
				}
			}
		}
		for (var column = 0; column < widths.length; column++) {
			page.width(column, Math.max(NARROWEST, widths[column]));
		}
	}

	/** Chinese characters take the room of two. */
	private static int width(String text) {
		var wide = text.codePoints().map((character) -> (character > 0x2E7F) ? 2 : 1).sum();
		return Math.clamp(wide + 2, NARROWEST, WIDEST);
	}

	private static void annotate(Worksheet page, int resultColumn, Layout layout, List<RowReport> reports,
			Words words) {
		page.value(layout.headerRow() - 1, resultColumn, words.heading());
		page.style(layout.headerRow() - 1, resultColumn).bold().set();
		page.width(resultColumn, 60);
		for (var report : reports) {
			page.value(report.line() - 1, resultColumn, words.result(report));
			var byColumn = report.findings()
				.stream()
				.filter((finding) -> finding.column() >= 0)
				.collect(Collectors.groupingBy(Finding::column));
			byColumn.forEach((column, findings) -> mark(page, report.line() - 1, column, findings, words));
		}
	}

	private static void mark(Worksheet page, int row, int column, List<Finding> findings, Words words) {
		page.comment(row, column, findings.stream().map(words::finding).collect(Collectors.joining("\n")));
		var worst = findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.OK);
		if (worst != Severity.OK) {
			page.style(row, column).fillColor((worst == Severity.ERROR) ? ERROR : CONFIRM).format("@").set();
		}
	}

}
