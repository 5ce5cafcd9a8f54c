package org.nuanyang.student;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How the pupil list is sorted; the address says it in lower case. */
enum PupilOrder {

	CLASS("g.number nulls last, g.entry_year, k.number", "e.sort_key, e.id"),
	CLASS_DESC("g.number desc nulls last, g.entry_year, k.number desc", "e.sort_key, e.id"),
	NAME("", "e.sort_key, e.id"), NAME_DESC("", "e.sort_key desc, e.id desc");

	private final String classes;

	private final String names;

	PupilOrder(String classes, String names) {
		this.classes = classes;
		this.names = names;
	}

	static PupilOrder of(@Nullable String sort) {
		for (var order : values()) {
			if (order.parameter().equals(sort)) {
				return order;
			}
		}
		return CLASS;
	}

	public String parameter() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** How classes follow each other, or nothing where only names count. */
	String classes() {
		return this.classes;
	}

	String sql() {
		return this.classes.isEmpty() ? this.names : this.classes + ", " + this.names;
	}

}
