package org.nuanyang.importing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.Workbook;

import static org.assertj.core.api.Assertions.assertThat;

/** Which row is the header, and what a heading is made of. */
class HeaderFinderTests {

	private static final List<ImportField> FIELDS = List.of(ImportField.of("name", "姓名").or("姓名.*"),
			ImportField.of("sex", "性别"), ImportField.of("phone", "联系电话"), ImportField.of("fatherName").or("父亲(姓名)?"),
			ImportField.of("fatherPhone").or("父亲联系电话"));

	@Test
	void aTitleRowAboveTheHeadsIsNoPartOfThem() {
		var layout = find("北湾小学学生花名册,,,\n填表人：沈样一,填表日期：2026-09-05,,\n姓名,性别,联系电话,备注\n林例一,女,,\n");
		assertThat(layout.headerRow()).isEqualTo(3);
		assertThat(headings(layout)).containsExactly("姓名 name", "性别 sex", "联系电话 phone", "备注 null");
	}

	@Test
	void theFirstPupilIsNoSecondLineOfTheHeader() {
		var layout = find("姓名,,性别,备注\n林例一,一组,女,转入\n林例二,,女,\n");
		assertThat(layout.headerRow()).isEqualTo(1);
		assertThat(headings(layout)).containsExactly("姓名 name", "性别 sex", "备注 null");
	}

	@Test
	void groupsAboveTheHeadsSayWhoseTheyAre() {
		var layout = find("花名册,,,\n姓名,性别,父亲,\n,,姓名,联系电话\n林例一,女,林样父,19900000000\n");
		assertThat(layout.headerRow()).isEqualTo(3);
		assertThat(headings(layout)).containsExactly("姓名 name", "性别 sex", "父亲姓名 fatherName", "父亲联系电话 fatherPhone");
	}

	@Test
	void headsMergedDownwardsReachOverTheSecondLine() {
		var rows = sheet("姓名,性别,住址,\n,,村,组\n林例一,女,北湾村,一组\n").rows();
		var merges = List.of(new Sheet.Merge(1, 2, 0, 0), new Sheet.Merge(1, 2, 1, 1), new Sheet.Merge(1, 1, 2, 3));
		var layout = new HeaderFinder(FIELDS, Map.of()).find(new Sheet("名册", false, rows, merges), 0).orElseThrow();
		assertThat(layout.headerRow()).isEqualTo(2);
		assertThat(layout.columnOfField()).containsEntry("name", 0).containsEntry("sex", 1);
	}

	@Test
	void whatLooksLikeNoTableIsNone() {
		assertThat(new HeaderFinder(FIELDS, Map.of()).find(sheet("姓名\n林例一\n"), 0)).isEmpty();
	}

	private static Layout find(String csv) {
		return new HeaderFinder(FIELDS, Map.of()).find(sheet(csv), 0).orElseThrow();
	}

	private static Sheet sheet(String csv) {
		return Workbook.read(csv.getBytes(StandardCharsets.UTF_8)).sheets().getFirst();
	}

	private static List<String> headings(Layout layout) {
		return layout.columns().stream().map((column) -> column.heading() + " " + column.field()).toList();
	}

}
