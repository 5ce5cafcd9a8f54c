package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which fields a heading may mean, each text looked at once: the same words stand on
 * every sheet of a file, and most cells near a header are no heading at all.
 */
class Headings {

	/** Nobody writes a heading longer than this. */
	private static final int LONGEST = 60;

	private final List<ImportField> fields;

	private final Map<String, List<Meaning>> known = new HashMap<>();

	Headings(List<ImportField> fields) {
		this.fields = fields;
	}

	record Meaning(String field, int likeness) {

	}

	/** The surest first; none for what is no heading. */
	List<Meaning> of(String heading) {
		return (heading.isEmpty() || heading.length() > LONGEST) ? List.of()
				: this.known.computeIfAbsent(heading, this::read);
	}

	/** What it means most likely, or null. */
	@Nullable String best(String heading) {
		var meanings = of(heading);
		return (meanings.isEmpty()) ? null : meanings.getFirst().field();
	}

	/** Whether it would mean something, but not of those whom the group is about. */
	boolean isSomebodyElses(String group, String heading) {
		var field = best(heading);
		return this.fields.stream().anyMatch((one) -> one.key().equals(field) && one.isForeignTo(group));
	}

	/** Whether nothing can be imported without the column that is called so. */
	boolean isRequired(String heading) {
		var field = best(heading);
		return this.fields.stream().anyMatch((one) -> one.key().equals(field) && one.required());
	}

	private List<Meaning> read(String heading) {
		var plain = ImportField.plain(heading);
		var bare = ImportField.unremarked(heading);
		var unremarked = (bare.equals(heading)) ? plain : ImportField.plain(bare);
		var meanings = new ArrayList<Meaning>();
		for (var field : this.fields) {
			var likeness = field.likeness(plain, unremarked);
			if (likeness > 0) {
				meanings.add(new Meaning(field.key(), likeness));
			}
		}
		meanings.sort(Comparator.comparing(Meaning::likeness).reversed());
		return meanings;
	}

}
