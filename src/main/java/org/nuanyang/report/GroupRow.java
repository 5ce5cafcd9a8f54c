package org.nuanyang.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table of groups: a class, a grade, a school, or all.
 *
 * @param schoolClass the class that it is, null for more than one
 * @param any pupils who are in one group or more; one pupil may be in several
 * @param total whether it adds up the lines above
 */
record GroupRow(String name, @Nullable Long school, @Nullable Integer grade, @Nullable Long schoolClass, long pupils,
		long boys, long girls, long boarders, long any, Map<Group, Long> groups, boolean total) {

	static GroupRow sum(String name, @Nullable Long school, @Nullable Integer grade, Iterable<GroupRow> rows) {
		var groups = new EnumMap<Group, Long>(Group.class);
		var sums = new long[5];
		for (var row : rows) {
			sums[0] += row.pupils;
			sums[1] += row.boys;
			sums[2] += row.girls;
			sums[3] += row.boarders;
			sums[4] += row.any;
			row.groups.forEach((group, pupils) -> groups.merge(group, pupils, Long::sum));
		}
		return new GroupRow(name, school, grade, null, sums[0], sums[1], sums[2], sums[3], sums[4], groups, true);
	}

	/** Whether it adds up the classes of a grade, whose name it has. */
	public boolean isOfGrade() {
		return this.total && this.grade != null;
	}

	/**
	 * How many are in a column: those of {@link GroupColumn}, then those of the groups.
	 */
	long in(int column) {
		var before = GroupColumn.values().length;
		return (column < before) ? List.of(this.pupils, this.boys, this.girls, this.boarders, this.any).get(column)
				: of(Group.values()[column - before]);
	}

	/** What the line is of, in an address of the pupil list; empty for all. */
	String at() {
		return (this.schoolClass != null) ? "at=c" + this.schoolClass : (this.grade != null) ? "at=g" + this.grade : "";
	}

	public long of(Group group) {
		return this.groups.getOrDefault(group, 0L);
	}

}
