package org.nuanyang.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One thing that two people wrote differently into the same declaration.
 *
 * @param number of the family member it belongs to, or null
 * @param key message key of its name
 * @param stored what the other person saved
 * @param typed what stands in the form
 */
public record Difference(@Nullable Integer number, String key, Side stored, Side typed) {

	/**
	 * A value as one of them wrote it.
	 *
	 * @param key message key of the value, or null if the text speaks for itself
	 */
	public record Side(@Nullable String key, String text, @Nullable FactCode code) {

		static Side of(@Nullable String text) {
			return new Side(null, Objects.requireNonNullElse(text, "").strip(), null);
		}

		static Side key(@Nullable String key) {
			return new Side(key, "", null);
		}

		static Side fact(FactCode code, String value) {
			return new Side(null, value.strip(), value.isBlank() ? null : code);
		}

	}

	static List<Difference> between(HouseholdForm stored, HouseholdForm typed) {
		var found = new ArrayList<Difference>();
		add(found, null, "household.residence", residence(stored), residence(typed));
		add(found, null, "household.nativePlace", Side.of(stored.nativePlace()), Side.of(typed.nativePlace()));
		add(found, null, "household.postcode", Side.of(stored.postcode()), Side.of(typed.postcode()));
		for (var i = 0; i < Math.max(stored.members().size(), typed.members().size()); i++) {
			members(found, i + 1, member(stored, i), member(typed, i));
		}
		for (var code : FactCode.asked()) {
			add(found, null, code.labelKey(), Side.fact(code, canonical(code, stored)),
					Side.fact(code, canonical(code, typed)));
		}
		var mine = words(typed);
		words(stored)
			.forEach((key, text) -> add(found, null, "household.words." + key, Side.of(text), Side.of(mine.get(key))));
		return found;
	}

	private static void members(List<Difference> found, int number, @Nullable MemberForm stored,
			@Nullable MemberForm typed) {
		var a = Objects.requireNonNullElse(stored, MemberForm.NOBODY);
		var b = Objects.requireNonNullElse(typed, MemberForm.NOBODY);
		add(found, number, "household.member.name", Side.of(a.name()), Side.of(b.name()));
		add(found, number, "household.member.relation.label", Side.key(label(a.relation())),
				Side.key(label(b.relation())));
		add(found, number, "household.member.age.label", Side.of(a.age()), Side.of(b.age()));
		add(found, number, "household.member.workUnit", Side.of(a.workUnit()), Side.of(b.workUnit()));
		add(found, number, "household.member.occupation", Side.of(a.occupation()), Side.of(b.occupation()));
		add(found, number, "household.member.income.label", Side.of(a.income()), Side.of(b.income()));
		add(found, number, "household.member.health.label", Side.key(health(a)), Side.key(health(b)));
	}

	private static void add(List<Difference> found, @Nullable Integer number, String key, Side stored, Side typed) {
		if (!stored.equals(typed)) {
			found.add(new Difference(number, key, stored, typed));
		}
	}

	private static Side residence(HouseholdForm form) {
		var residence = form.residence();
		return Side.key((residence != null) ? residence.labelKey() : null);
	}

	private static @Nullable MemberForm member(HouseholdForm form, int index) {
		return (index < form.members().size()) ? form.members().get(index) : null;
	}

	private static @Nullable String label(@Nullable Relation relation) {
		return (relation != null) ? relation.labelKey() : null;
	}

	private static @Nullable String health(MemberForm member) {
		var health = member.health();
		return (health != null) ? health.labelKey() : null;
	}

	/** So that 1000 and 1000.00 are no difference; a mistake stays as typed. */
	private static String canonical(FactCode code, HouseholdForm form) {
		var typed = form.fact(code);
		try {
			return typed.isBlank() ? "" : code.canonical(typed);
		}
		catch (org.nuanyang.kernel.RuleViolation wrong) {
			return typed;
		}
	}

	private static Map<String, String> words(HouseholdForm form) {
		return new java.util.TreeMap<>(Map.of("disaster", form.disaster(), "accident", form.accident(), "weakLabour",
				form.weakLabour(), "unemployment", form.unemployment(), "debt", form.debt(), "other", form.other(),
				"aidReceived", form.aidReceived()));
	}

}
