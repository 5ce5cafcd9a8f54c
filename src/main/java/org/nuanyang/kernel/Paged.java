package org.nuanyang.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 1
 * @param total rows on all pages
 */
public record Paged<T>(List<T> rows, int page, int size, long total) {

	public Paged {
		rows = List.copyOf(rows);
		if (page < 1 || size < 1) {
			throw new IllegalArgumentException("page " + page + " of size " + size);
		}
	}

	public int pages() {
		return (int) Math.max(1, (this.total + this.size - 1) / this.size);
	}

	public boolean isEmpty() {
		return this.rows.isEmpty();
	}

	public boolean hasPrevious() {
		return this.page > 1;
	}

	public boolean hasNext() {
		return this.page < pages();
	}

	/** The number of the first row on this page, from 1; 0 if there is none. */
	public long firstRow() {
		return (this.rows.isEmpty()) ? 0 : offset(this.page, this.size) + 1;
	}

	public long lastRow() {
		return offset(this.page, this.size) + this.rows.size();
	}

	/** How many rows come before a page. */
	public static long offset(int page, int size) {
		return (long) (page - 1) * size;
	}

}
