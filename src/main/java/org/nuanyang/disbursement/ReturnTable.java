package org.nuanyang.disbursement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.Workbook;

/** The lines of a bank return, whether it came as text or as a workbook. */
final class ReturnTable {

	private ReturnTable() {
	}

	static List<ReturnLine> read(BankFormat format, byte[] content) {
		if (isPicture(content)) {
			throw new RuleViolation("disbursement.return.picture");
		}
		var reader = new BankReturnReader(format);
		return isWorkbook(content) ? reader.lines(rows(content)) : reader.text(content);
	}

	/** A zip (.xlsx) or a compound file (.xls), by its first bytes. */
	private static boolean isWorkbook(byte[] content) {
		return content.length > 4 && ((content[0] == 'P' && content[1] == 'K')
				|| ((content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf));
	}

	/** A picture or a PDF, whatever its name says. */
	private static boolean isPicture(byte[] content) {
		var head = new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1);
		return Stream.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "%PDF").anyMatch(head::startsWith);
	}

	private static List<List<String>> rows(byte[] content) {
		var rows = new ArrayList<List<String>>();
		Workbook.read(content)
			.sheets()
			.stream()
			.filter((sheet) -> !sheet.hidden() && !sheet.isBlank())
			.findFirst()
			.map(Sheet::rows)
			.orElse(List.of())
			.forEach((row) -> {
				while (rows.size() < row.number() - 1) {
					rows.add(List.of());
				}
				rows.add(row.cells().stream().map(Cell::text).map(String::strip).toList());
			});
		return rows;
	}

}
