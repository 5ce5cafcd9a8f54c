package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** Which rows below the header are data. */
class DataRowsTests {

	private static final Layout LAYOUT = new Layout(0, 1,
			List.of(new Layout.Column(0, "姓名", "name", Layout.Source.AUTO)));

	@Test
	void totalsAreNone() {
		assertThat(below(List.of(row(2, "林例一"), row(3, "一年级12班女生合计：40"), row(4, "共 40 人"))).ignored())
			.containsExactly(3, 4);
	}

	/** A cell as long as a spreadsheet allows, made to keep a pattern busy. */
	@ParameterizedTest
	@ValueSource(strings = { "1", "一", "女", "初", "(" })
	void aLongCellTakesNoLongerThanAnother(String sign) {
		var endless = sign.repeat(32_000);
		assertThat(below(List.of(row(2, endless + "止"), row(3, endless + "合计"))).ignored()).containsExactly(2, 3);
	}

	/** What each row says in a merged area is looked up without listing all rows. */
	@Test
	void aMergedCellSpeaksForEachRow() {
		var rows = new ArrayList<SheetRow>();
		rows.add(row(2, "林例一"));
		for (var number = 3; number <= 20_000; number++) {
			rows.add(new SheetRow(number, false, List.of(Cell.EMPTY, Cell.text("备"))));
		}
		var merges = List.of(new Sheet.Merge(2, 20_000, 0, 0));
		var sheet = new Sheet("", false, rows, merges);
		assertThat(rows).allSatisfy((row) -> assertThat(sheet.unmerged(row, 2).cell(0).text()).isEqualTo("林例一"));
	}

	private static SheetRow row(int number, String text) {
		return new SheetRow(number, false, List.of(Cell.text(text)));
	}

	private static DataRows below(List<SheetRow> rows) {
		return DataRows.below(new Sheet("", false, rows, List.of()), LAYOUT, mock(Importer.class), Map.of());
	}

}
