package org.nuanyang.student;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pupil as a form or a roster row describes one, each value already checked by its
 * type.
 */
public record PupilDraft(Identity identity, Schooling schooling, List<GuardianDraft> guardians) {

	public PupilDraft {
		guardians = List.copyOf(guardians);
	}

	/** The names of the fields in which the two differ, as the form calls them. */
	List<String> differences(PupilDraft other) {
		var others = other.fields();
		return fields().entrySet()
			.stream()
			.filter((field) -> !field.getValue().equals(others.get(field.getKey())))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Map<String, Optional<?>> fields() {
		var fields = new LinkedHashMap<String, Optional<?>>();
		fields.put("name", Optional.of(this.identity.name()));
		fields.put("sex", Optional.of(this.identity.sex()));
		fields.put("bornOn", Optional.of(this.identity.bornOn()));
		fields.put("ethnicity", Optional.ofNullable(this.identity.ethnicity()));
		fields.put("idNumber", Optional.of(this.identity.document()));
		fields.put("registryNumber", Optional.ofNullable(this.schooling.registry()));
		fields.put("schoolNumber", Optional.ofNullable(this.schooling.schoolNumber()));
		fields.put("classId", Optional.of(this.schooling.classId()));
		fields.put("boarding", Optional.of(this.schooling.boarding()));
		fields.put("enteredOn", Optional.of(this.schooling.enteredOn()));
		fields.put("entry", Optional.of(this.schooling.entry()));
		fields.put("entryNote", Optional.ofNullable(this.schooling.entryNote()));
		fields.put("address", Optional.ofNullable(this.schooling.address()));
		fields.put("phone", Optional.ofNullable(this.schooling.phone()));
		fields.put("circumstances", Optional.of(this.schooling.circumstances()));
		fields.put("guardians", Optional.of(this.guardians));
		return fields;
	}

}
