package org.nuanyang.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The table of groups, of a school by class or of several schools by school. Every total
 * is the sum of the lines it stands below.
 *
 * @param mind whether its reader may see the restricted column
 * @param outside for readers outside: a cell below three could point at a child
 */
record GroupTable(String place, LocalDate day, List<GroupRow> rows, boolean mind, boolean outside,
		@Nullable Long school) {

	private static final int FEW = 3;

	public List<Group> groups() {
		return Arrays.asList(Group.values());
	}

	/** What stands in a cell. */
	public Object cell(long pupils) {
		return (this.outside && pupils > 0 && pupils < FEW) ? "<" + FEW : pupils;
	}

	public Object cell(GroupRow row, Group group) {
		return (group.isRestricted() && !this.mind) ? "—" : cell(row.of(group));
	}

	public GroupRow total() {
		return this.rows.getLast();
	}

}
