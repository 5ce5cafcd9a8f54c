package org.nuanyang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * 与明细一致性校验 (forms.md 4.14): whether the table agrees with itself and with the lists
 * behind its cells, and where it does not.
 *
 * @param cells how many cells were held against their lists
 */
record GroupCheck(int cells, List<Difference> differences) {

	/**
	 * A cell that says otherwise.
	 *
	 * @param columnKey message key of its column
	 * @param listed how many the other count has
	 * @param key what was held against it: message {@code report.check.<key>}
	 */
	record Difference(GroupRow row, String columnKey, long told, long listed, String key) {

		public String messageKey() {
			return "report.check." + this.key;
		}

	}

	/**
	 * @param rows of the table, whose last is the sum of all
	 * @param details what the lists have, by class or by school
	 */
	static GroupCheck of(List<GroupRow> rows, Map<Long, GroupRow> details) {
		var found = new ArrayList<Difference>();
		var parts = rows.stream().filter((row) -> !row.total()).toList();
		for (var row : rows) {
			if (row.boys() + row.girls() != row.pupils()) {
				found.add(new Difference(row, GroupColumn.PUPILS.labelKey(), row.pupils(), row.boys() + row.girls(),
						"sexes"));
			}
			if (row.total()) {
				against(row, sum(row, parts), "sum", found);
			}
		}
		var cells = 0;
		for (var row : parts) {
			var place = (row.schoolClass() != null) ? row.schoolClass() : row.school();
			against(row, details.getOrDefault(place, GroupRow.sum("", null, null, List.of())), "list", found);
			cells += columns();
		}
		against(rows.getLast(), GroupRow.sum("", null, null, details.values()), "list", found);
		return new GroupCheck(cells + columns(), List.copyOf(found));
	}

	private static GroupRow sum(GroupRow total, List<GroupRow> parts) {
		return GroupRow.sum("", null, null,
				parts.stream().filter((part) -> total.grade() == null || total.grade().equals(part.grade())).toList());
	}

	private static void against(GroupRow row, GroupRow other, String key, List<Difference> found) {
		for (var column = 0; column < columns(); column++) {
			if (row.in(column) != other.in(column)) {
				found.add(new Difference(row, labelKey(column), row.in(column), other.in(column), key));
			}
		}
	}

	private static int columns() {
		return GroupColumn.values().length + Group.values().length;
	}

	private static String labelKey(int column) {
		var before = GroupColumn.values().length;
		return (column < before) ? GroupColumn.values()[column].labelKey() : Group.values()[column - before].labelKey();
	}

	public boolean isConsistent() {
		return this.differences.isEmpty();
	}

	/** Without what a reader may not see even as a number. */
	GroupCheck without(@Nullable Group group) {
		return (group == null) ? this : new GroupCheck(this.cells,
				this.differences.stream().filter((one) -> !one.columnKey().equals(group.labelKey())).toList());
	}

}
