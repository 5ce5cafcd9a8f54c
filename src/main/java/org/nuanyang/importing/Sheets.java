package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.Workbook;

/** The sheets of a file, as an importer reads them. */
record Sheets(List<SheetOutline> outlines, Importer<?> importer) {

	/**
	 * @param remembered field key by plain heading
	 */
	static Sheets read(Workbook workbook, Importer<?> importer, Map<String, String> remembered) {
		var finder = new HeaderFinder(importer.fields(), remembered);
		var outlines = new ArrayList<SheetOutline>();
		for (var index = 0; index < workbook.sheets().size(); index++) {
			outlines.add(SheetOutline.of(workbook.sheets().get(index), index, finder, importer));
		}
		return new Sheets(outlines, importer);
	}

	/**
	 * The best sheet; with it all others like it if each says by its name or title of
	 * whom it is, as a workbook with a sheet per class does.
	 */
	List<SheetPart> proposed() {
		var best = best();
		var parts = this.outlines.stream()
			.filter((sheet) -> sheet.isLike(best) && !sheet.hidden() && !sheet.said().isEmpty())
			.map((sheet) -> sheet.part(this.importer))
			.toList();
		return (best.said().isEmpty() || best.hidden()) ? List.of(best.part(this.importer)) : parts;
	}

	private SheetOutline best() {
		SheetOutline best = null;
		for (var sheet : this.outlines) {
			if (sheet.hasTable() && (best == null || sheet.isBetterThan(best))) {
				best = sheet;
			}
		}
		if (best == null) {
			throw new RuleViolation("importing.header.missing");
		}
		if (!best.hasData()) {
			throw new RuleViolation("importing.rows.missing");
		}
		return best;
	}

	SheetOutline at(int index) {
		return this.outlines.stream()
			.filter((sheet) -> sheet.index() == index)
			.findFirst()
			.orElseThrow(() -> new NotFound("sheet " + index));
	}

	SheetPart part(int index) {
		var sheet = at(index);
		if (!sheet.hasTable()) {
			throw new RuleViolation("importing.sheet.without-header", sheet.name());
		}
		if (!sheet.hasData()) {
			throw new RuleViolation("importing.sheet.without-rows", sheet.name());
		}
		return sheet.part(this.importer);
	}

}
