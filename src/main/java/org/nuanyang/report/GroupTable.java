package org.nuanyang.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The table of groups, of a school by class or of several schools by school. Every total
 * is the sum of the lines it stands below.
 *
 * @param mind whether its reader may see the restricted column
 * @param outside for readers outside: a cell below three could point at a child
 * @param withheld cells that would tell such a cell by subtraction
 */
record GroupTable(String place, LocalDate day, List<GroupRow> rows, boolean mind, boolean outside,
		@Nullable Long school, Set<Withheld> withheld) {

	private static final String NOT_SHOWN = "—";

	/**
	 * For readers outside a school stands there by grade, not by class: sums of sums
	 * would tell again what one of them keeps back.
	 */
	static GroupTable of(String place, LocalDate day, List<GroupRow> rows, boolean mind, boolean outside,
			@Nullable Long school) {
		var shown = (outside && school != null) ? rows.stream().filter(GroupRow::total).toList() : rows;
		return new GroupTable(place, day, shown, mind, outside, school, outside ? Withheld.in(shown) : Set.of());
	}

	public List<Group> groups() {
		return Arrays.asList(Group.values());
	}

	/** As well, for a page, which names the column. */
	public Object figure(GroupRow row, String column) {
		return cell(row, GroupColumn.valueOf(column));
	}

	/** What stands in one of the columns before those of the groups. */
	public Object cell(GroupRow row, GroupColumn column) {
		return cell(row, column.ordinal());
	}

	public Object cell(GroupRow row, Group group) {
		return (group.isRestricted() && !this.mind) ? NOT_SHOWN
				: cell(row, GroupColumn.values().length + group.ordinal());
	}

	private Object cell(GroupRow row, int column) {
		var pupils = row.in(column);
		if (this.outside && Withheld.isFew(pupils)) {
			return "<" + Withheld.FEW;
		}
		return this.withheld.contains(new Withheld(row, column)) ? NOT_SHOWN : pupils;
	}

	public GroupRow total() {
		return this.rows.getLast();
	}

}
