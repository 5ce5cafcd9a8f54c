package org.nuanyang.student;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How the pupil list is sorted; the address says it in lower case. */
enum PupilOrder {

	CLASS("g.number nulls last, g.entry_year, k.number, p.sort_key, e.id"),
	CLASS_DESC("g.number desc nulls last, g.entry_year, k.number desc, p.sort_key, e.id"), NAME("p.sort_key, e.id"),
	NAME_DESC("p.sort_key desc, e.id");

	private final String sql;

	PupilOrder(String sql) {
		this.sql = sql;
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

	String sql() {
		return this.sql;
	}

}
