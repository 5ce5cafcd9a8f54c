package org.nuanyang.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cell that readers outside don't see because it would tell, by subtraction, how many
 * are in one that counts fewer than three (the usual secondary suppression of
 * statistics).
 */
record Withheld(GroupRow row, int column) {

	static final int FEW = 3;

	static boolean isFew(long pupils) {
		return pupils > 0 && pupils < FEW;
	}

	/**
	 * The lines and, last, their sum. In each column with a small cell another one goes
	 * too; of boys and girls, who make up the pupils, neither stays alone.
	 */
	static Set<Withheld> in(List<GroupRow> rows) {
		var found = new HashSet<Withheld>();
		for (var before = -1; before != found.size();) {
			before = found.size();
			for (var column = 0; column < GroupColumn.values().length + Group.values().length; column++) {
				inColumn(rows, column, found);
			}
			rows.forEach((row) -> inRow(row, found));
		}
		return Set.copyOf(found);
	}

	private static void inColumn(List<GroupRow> rows, int column, Set<Withheld> found) {
		var parts = rows.subList(0, rows.size() - 1);
		Predicate<GroupRow> kept = (row) -> found.contains(new Withheld(row, column));
		var small = parts.stream().filter((row) -> isFew(row.in(column))).count();
		var more = parts.stream().filter(kept).count();
		// Where the hidden ones add up to no more than they must, each of them is told.
		var hidden = parts.stream().filter((row) -> isFew(row.in(column)) || kept.test(row));
		var told = small > 0 && hidden.mapToLong((row) -> row.in(column)).sum() <= small + more * FEW;
		if (small + more == 0 || kept.test(rows.getLast()) || (more > 0 && small + more > 1 && !told)) {
			return;
		}
		parts.stream()
			.filter((row) -> row.in(column) >= FEW && !kept.test(row))
			.min(Comparator.comparingLong((row) -> row.in(column)))
			.or(() -> Optional.of(rows.getLast()))
			.ifPresent((row) -> found.add(new Withheld(row, column)));
	}

	private static void inRow(GroupRow row, Set<Withheld> found) {
		var boys = isHidden(row, GroupColumn.BOYS, found);
		var girls = isHidden(row, GroupColumn.GIRLS, found);
		if (boys != girls && !isHidden(row, GroupColumn.PUPILS, found)) {
			found.add(new Withheld(row, (boys ? GroupColumn.GIRLS : GroupColumn.BOYS).ordinal()));
		}
	}

	private static boolean isHidden(GroupRow row, GroupColumn column, Set<Withheld> found) {
		return isFew(row.in(column.ordinal())) || found.contains(new Withheld(row, column.ordinal()));
	}

}
