package org.nuanyang.kernel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule refuses what was asked. The only exception whose message a user is shown: a
 * message key that says what happened and what to do, with its arguments, and the form
 * field it belongs to where there is one.
 */
public class RuleViolation extends RuntimeException {

	private final String key;

	private final @Nullable String field;

	private final transient Object[] arguments;

	private @Nullable String page;

	public RuleViolation(String key, Object... arguments) {
		this(null, key, arguments);
	}

	private RuleViolation(@Nullable String field, String key, Object[] arguments) {
		super(key);
		this.field = field;
		this.key = key;
		this.arguments = arguments.clone();
	}

	/** A violation that belongs to one field of the form. */
	public static RuleViolation on(String field, String key, Object... arguments) {
		return new RuleViolation(field, key, arguments);
	}

	/** Refuses for all of these at once; with none of them nothing is refused. */
	public static void refuse(List<RuleViolation> all) {
		if (!all.isEmpty()) {
			var first = all.getFirst();
			all.stream().skip(1).forEach(first::addSuppressed);
			throw first;
		}
	}

	/** This one and those it was refused with. */
	public List<RuleViolation> all() {
		var all = new ArrayList<>(List.of(this));
		for (var other : getSuppressed()) {
			if (other instanceof RuleViolation violation) {
				all.add(violation);
			}
		}
		return all;
	}

	/** Tells it on this page of ours, if the browser does not say where the form was. */
	public RuleViolation toldOn(String path) {
		this.page = path;
		return this;
	}

	public String key() {
		return this.key;
	}

	public @Nullable String page() {
		return this.page;
	}

	public @Nullable String field() {
		return this.field;
	}

	public Object[] arguments() {
		return this.arguments.clone();
	}

}
