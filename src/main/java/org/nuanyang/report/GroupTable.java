package org.nuanyang.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The table of groups, of a school by class or of several schools by school. Every total
 * is the sum of the lines it stands below.
 *
 * @param mind whether its reader may see the restricted column
 * @param outside for readers outside: a cell below three could point at a child
 * @param lists what leads a cell to its list, or null where it is not for the reader
 * @param withheld cells that would tell such a cell by subtraction
 */
record GroupTable(String place, LocalDate day, List<GroupRow> rows, boolean mind, boolean outside,
		@Nullable Long school, @Nullable GroupLists lists, GroupCheck check, Set<Withheld> withheld) {

	private static final String NOT_SHOWN = "—";

	/**
	 * For readers outside a school stands there by grade, not by class: sums of sums
	 * would tell again what one of them keeps back. Nor does anything lead them to names.
	 */
	static GroupTable of(String place, LocalDate day, List<GroupRow> rows, GroupCheck check, GroupLists lists,
			boolean outside, @Nullable Long school) {
		var shown = (outside && school != null) ? rows.stream().filter(GroupRow::total).toList() : rows;
		return new GroupTable(place, day, shown, lists.mind(), outside, school, outside ? null : lists,
				lists.mind() ? check : check.without(Group.MIND), outside ? Withheld.in(shown) : Set.of());
	}

	public List<Group> groups() {
		return Arrays.asList(Group.values());
	}

	/** As a page writes it, which names the column. */
	public String text(GroupRow row, String column) {
		return text(cell(row, GroupColumn.valueOf(column)));
	}

	public String text(GroupRow row, Group group) {
		return text(cell(row, group));
	}

	private static String text(Object cell) {
		return (cell instanceof Long pupils) ? String.format(Locale.ROOT, "%,d", pupils) : cell.toString();
	}

	/** The list of a cell, or null where it is empty or has none for the reader. */
	public @Nullable String path(GroupRow row, String name) {
		var column = GroupColumn.valueOf(name);
		return (this.lists != null && row.in(column.ordinal()) > 0) ? this.lists.path(row, column) : null;
	}

	public @Nullable String path(GroupRow row, Group group) {
		return (this.lists != null && row.of(group) > 0) ? this.lists.path(row, group) : null;
	}

	/** Whether some of the numbers are shown without the names behind them. */
	public boolean isNameless() {
		return this.lists != null && !GroupFilter.isNamedTo(this.lists.reader());
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
