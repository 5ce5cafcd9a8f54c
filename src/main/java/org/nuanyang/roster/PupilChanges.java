package org.nuanyang.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.Difference;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.student.Circumstances;
import org.nuanyang.student.GuardianDraft;
import org.nuanyang.student.PupilDraft;

/**
 * In which columns two descriptions of a pupil differ, and as much of it as an officer
 * may see: numbers masked, of an address only that it is another.
 */
final class PupilChanges {

	private static final String NOTHING = "—";

	private static final Map<String, Function<PupilDraft, @Nullable Object>> PARTS = parts();

	private PupilChanges() {
	}

	private static Map<String, Function<PupilDraft, @Nullable Object>> parts() {
		var parts = new LinkedHashMap<String, Function<PupilDraft, @Nullable Object>>();
		parts.put("name", (draft) -> draft.identity().name());
		parts.put("idNumber", (draft) -> draft.identity().document());
		parts.put("sex", (draft) -> draft.identity().sex());
		parts.put("bornOn", (draft) -> draft.identity().bornOn());
		parts.put("ethnicity", (draft) -> draft.identity().ethnicity());
		parts.put("registryNumber", (draft) -> draft.schooling().registry());
		parts.put("schoolNumber", (draft) -> draft.schooling().schoolNumber());
		parts.put("schoolClass", (draft) -> draft.schooling().classId());
		parts.put("boarding", (draft) -> draft.schooling().boarding());
		parts.put("enteredOn", (draft) -> draft.schooling().enteredOn());
		parts.put("address", (draft) -> draft.schooling().address());
		parts.put("phone", (draft) -> draft.schooling().phone());
		parts.put("leftBehind", situation(Circumstances::leftBehind));
		parts.put("orphan", situation(Circumstances::orphan));
		parts.put("martyrFamily", situation(Circumstances::martyrFamily));
		parts.put("disability", situation(Circumstances::disability));
		parts.put("needsAid", situation(Circumstances::needsAid));
		parts.put("receivesSubsidy", situation(Circumstances::receivesSubsidy));
		parts.put("migrantChild", situation(Circumstances::migrantChild));
		parts.put("residence", situation(Circumstances::residence));
		parts.put("guardians", PupilDraft::guardians);
		return parts;
	}

	private static Function<PupilDraft, @Nullable Object> situation(Function<Circumstances, @Nullable Object> of) {
		return (draft) -> of.apply(draft.schooling().circumstances());
	}

	/**
	 * @param classes the name of a class by its id
	 */
	static List<Difference> between(PupilDraft before, PupilDraft after, LongFunction<String> classes) {
		return PARTS.entrySet()
			.stream()
			.filter((part) -> !Objects.equals(part.getValue().apply(before), part.getValue().apply(after)))
			.map((part) -> difference(part.getKey(), part.getValue().apply(before), part.getValue().apply(after),
					classes))
			.toList();
	}

	private static Difference difference(String field, @Nullable Object before, @Nullable Object after,
			LongFunction<String> classes) {
		var coded = before instanceof Enum || after instanceof Enum || after instanceof Boolean;
		return new Difference(field, shown(field, before, classes), shown(field, after, classes), coded);
	}

	/** Numbers mask themselves. */
	private static String shown(String field, @Nullable Object value, LongFunction<String> classes) {
		return switch (value) {
			case null -> NOTHING;
			case Boolean yes when field.equals("boarding") -> "student.boarding." + yes;
			case Boolean yes -> yes ? "student.yes" : "student.no";
			case Enum<?> code -> "student." + field + "." + code.name();
			case Long classId -> classes.apply(classId);
			case PersonName name -> name.value();
			case List<?> family -> family(family);
			case Object told -> field.equals("address") ? "" : told.toString();
		};
	}

	private static String family(List<?> members) {
		var told = members.stream()
			.filter(GuardianDraft.class::isInstance)
			.map(GuardianDraft.class::cast)
			.map((member) -> member.name().value() + "（" + member.relation()
					+ ((member.phone() != null) ? "，" + member.phone().masked() : "") + "）")
			.collect(Collectors.joining("、"));
		return told.isEmpty() ? NOTHING : told;
	}

}
