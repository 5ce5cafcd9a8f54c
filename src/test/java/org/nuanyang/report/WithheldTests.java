package org.nuanyang.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class WithheldTests {

	private static final GroupCheck GROUPS_AGREE = new GroupCheck(0, List.of());

	private static final GroupLists READER = new GroupLists(
			new Actor(1, "liang", "梁例远", Set.of(Role.PRINCIPAL), 7L, "学校", Scope.of(7)));

	@Test
	void noSmallCellFollowsFromItsColumnsSum() {
		var table = table(grade("三年级", 30, 15, 15, 2), grade("四年级", 40, 20, 20, 7), grade("五年级", 35, 15, 20, 9));
		assertThat(orphans(table)).containsExactly("<3", "—", "9", "18");
	}

	@Test
	void twoSmallCellsDoNotTellEachOther() {
		var table = table(grade("三年级", 30, 15, 15, 1), grade("四年级", 40, 20, 20, 1), grade("五年级", 35, 15, 20, 9));
		assertThat(orphans(table)).containsExactly("<3", "<3", "—", "11");
	}

	@Test
	void theLeastThatTwoCanBeDoesNotTellThem() {
		var table = table(grade("三年级", 30, 15, 15, 1), grade("四年级", 40, 20, 20, 3), grade("五年级", 35, 15, 20, 9));
		assertThat(orphans(table)).containsExactly("<3", "—", "—", "13");
	}

	@Test
	void withoutAnotherCellTheSumGoes() {
		var table = table(grade("三年级", 30, 15, 15, 2), grade("四年级", 40, 20, 20, 2), grade("五年级", 35, 15, 20, 0));
		assertThat(orphans(table)).containsExactly("<3", "<3", "0", "—");
	}

	@Test
	void fewBoysDoNotFollowFromTheGirls() {
		var table = table(grade("三年级", 30, 1, 29, 0), grade("四年级", 40, 20, 20, 0), grade("五年级", 35, 15, 20, 0));
		assertThat(column(table, GroupColumn.BOYS)).containsExactly("<3", "20", "—", "36");
		assertThat(column(table, GroupColumn.GIRLS)).containsExactly("—", "20", "—", "69");
		assertThat(column(table, GroupColumn.PUPILS)).containsExactly("30", "40", "35", "105");
	}

	@Test
	void classesStayInside() {
		var one = new GroupRow("三年级(1)班", 7L, 3, 5L, 30, 15, 15, 0, 0, Map.of(), false);
		var rows = List.of(one, GroupRow.sum("三年级", 7L, 3, List.of(one)), GroupRow.sum("合计", 7L, null, List.of(one)));
		var day = LocalDate.of(2026, 10, 14);
		assertThat(GroupTable.of("学校", day, rows, GROUPS_AGREE, READER, true, 7L).rows()).extracting(GroupRow::name)
			.containsExactly("三年级", "合计");
		assertThat(GroupTable.of("学校", day, rows, GROUPS_AGREE, READER, false, 7L).rows()).hasSize(3);
	}

	private static GroupTable table(GroupRow... grades) {
		var rows = new ArrayList<>(List.of(grades));
		rows.add(GroupRow.sum("合计", 7L, null, List.of(grades)));
		return GroupTable.of("学校", LocalDate.of(2026, 10, 14), rows, GROUPS_AGREE, READER, true, 7L);
	}

	private static GroupRow grade(String name, long pupils, long boys, long girls, long orphans) {
		return new GroupRow(name, 7L, 3, null, pupils, boys, girls, 0, 0, Map.of(Group.ORPHAN, orphans), true);
	}

	private static List<String> orphans(GroupTable table) {
		return table.rows().stream().map((row) -> table.cell(row, Group.ORPHAN).toString()).toList();
	}

	private static List<String> column(GroupTable table, GroupColumn column) {
		return table.rows().stream().map((row) -> table.cell(row, column).toString()).toList();
	}

}
