package org.nuanyang.household;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;

/**
 * A section of the declaration. Where last year's answers were filled in, each is either
 * changed or said to be unchanged: nobody hands in a form that nobody has looked at.
 */
public enum FormSection implements MessageSourceResolvable {

	MEMBERS, SITUATION, WORDS;

	static void check(HouseholdForm lastYear, HouseholdForm typed, BindingResult errors) {
		var changed = Difference.between(lastYear, typed)
			.stream()
			.map(FormSection::of)
			.flatMap(Stream::ofNullable)
			.collect(Collectors.toSet());
		for (var section : values()) {
			var unchanged = typed.same().contains(section);
			if (unchanged == changed.contains(section)) {
				errors.rejectValue("same", unchanged ? "household.same.changed" : "household.same.unsaid",
						new Object[] { section }, null);
			}
		}
	}

	/** What was received belongs to its own year and is no change of the family. */
	private static @Nullable FormSection of(Difference difference) {
		if (difference.number() != null) {
			return MEMBERS;
		}
		if (Objects.equals(difference.key(), "household.words.aidReceived")) {
			return null;
		}
		return difference.key().startsWith("household.words.") ? WORDS : SITUATION;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "household." + name().toLowerCase(Locale.ROOT) + ".title" };
	}

}
