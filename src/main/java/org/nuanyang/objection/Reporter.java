package org.nuanyang.objection;

import org.jspecify.annotations.Nullable;

/** Who objected, as far as the person told. */
public record Reporter(@Nullable String name, @Nullable String contact, @Nullable String relation) {

	boolean isAnonymous() {
		return this.name == null && this.contact == null && this.relation == null;
	}

	@Override
	public String toString() {
		return "Reporter[***]";
	}

}
