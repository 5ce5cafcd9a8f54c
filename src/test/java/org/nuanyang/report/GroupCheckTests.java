package org.nuanyang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The check of the table of groups says where it disagrees. */
class GroupCheckTests {

	private static final GroupRow ONE = line("三年级(1)班", 5L, 30, 14, 16, 2);

	private static final GroupRow TWO = line("三年级(2)班", 6L, 28, 13, 15, 1);

	@Test
	void aTableThatAgreesSaysHowManyCellsWereLookedAt() {
		var check = GroupCheck.of(table(ONE, TWO), Map.of(5L, ONE, 6L, TWO));
		assertThat(check.isConsistent()).isTrue();
		assertThat(check.cells()).isEqualTo(3 * 16);
	}

	@Test
	void aPupilMissingFromAListIsNamedByClassAndColumn() {
		var listed = line("", 6L, 28, 13, 15, 0);
		var check = GroupCheck.of(table(ONE, TWO), Map.of(5L, ONE, 6L, listed));
		assertThat(check.differences())
			.extracting((one) -> one.row().name(), GroupCheck.Difference::columnKey, GroupCheck.Difference::told,
					GroupCheck.Difference::listed, GroupCheck.Difference::messageKey)
			.containsExactly(tuple("三年级(2)班", "report.group.ORPHAN", 1L, 0L, "report.check.list"),
					tuple("合计", "report.group.ORPHAN", 3L, 2L, "report.check.list"));
		assertThat(check.without(Group.ORPHAN).isConsistent()).isTrue();
	}

	@Test
	void aClassOnNoLineIsMissedInTheTotal() {
		var check = GroupCheck.of(table(ONE), Map.of(5L, ONE, 6L, TWO));
		assertThat(check.differences()).filteredOn((one) -> one.columnKey().equals("report.groups.pupils"))
			.singleElement()
			.satisfies((one) -> assertThat(one.listed() - one.told()).isEqualTo(28));
	}

	@Test
	void boysAndGirlsMakeUpThePupils() {
		var odd = line("三年级(1)班", 5L, 30, 14, 15, 2);
		assertThat(
				GroupCheck.of(List.of(odd, GroupRow.sum("合计", 7L, null, List.of(ONE))), Map.of(5L, odd)).differences())
			.extracting(GroupCheck.Difference::key)
			.contains("sexes", "sum");
	}

	private static List<GroupRow> table(GroupRow... classes) {
		var lines = new ArrayList<>(List.of(classes));
		lines.add(GroupRow.sum("三年级", 7L, 3, List.of(classes)));
		lines.add(GroupRow.sum("合计", 7L, null, List.of(classes)));
		return lines;
	}

	private static GroupRow line(String name, long schoolClass, long pupils, long boys, long girls, long orphans) {
		return new GroupRow(name, 7L, 3, schoolClass, pupils, boys, girls, 0, 0, Map.of(Group.ORPHAN, orphans), false);
	}

}
