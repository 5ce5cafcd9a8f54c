package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.kernel.Plain;
import org.nuanyang.student.PupilRegister.Registered;

/** The pupils of the school, found by what a row says of them. */
class Register {

	private final Map<String, Registered> byDocument = new HashMap<>();

	private final Map<String, Registered> byNumber = new HashMap<>();

	private final Map<String, List<Registered>> byName = new HashMap<>();

	private final Map<String, Registered> byRegistry = new HashMap<>();

	private final Map<String, List<Registered>> byNameAndBirth = new HashMap<>();

	private final List<Registered> all;

	private final Set<Long> met = new HashSet<>();

	Register(List<Registered> all) {
		this.all = all;
		for (var pupil : all) {
			var identity = pupil.draft().identity();
			var registry = pupil.draft().schooling().registry();
			if (identity.document().number() != null) {
				this.byDocument.put(identity.document().key(), pupil);
				this.byNumber.put(identity.document().number(), pupil);
			}
			this.byName.computeIfAbsent(identity.name().value(), (key) -> new ArrayList<>()).add(pupil);
			if (registry != null) {
				this.byRegistry.put(registry.value(), pupil);
			}
			this.byNameAndBirth
				.computeIfAbsent(identity.name().matching() + " " + identity.bornOn(), (key) -> new ArrayList<>())
				.add(pupil);
		}
	}

	@Nullable Registered byDocument(RosterRow row) {
		return this.byDocument.get(row.identity().document().key());
	}

	@Nullable Registered byRegistry(RosterRow row) {
		return (row.registry() != null) ? this.byRegistry.get(row.registry().value()) : null;
	}

	/** The only one of that name and birth date. */
	@Nullable Registered namesake(RosterRow row) {
		var namesakes = this.byNameAndBirth.getOrDefault(Duplicates.key(row), List.of());
		return (namesakes.size() == 1) ? namesakes.getFirst() : null;
	}

	/** False if it is nobody, or somebody met before. */
	boolean meet(@Nullable Registered pupil) {
		return pupil != null && this.met.add(pupil.enrolmentId());
	}

	/** Rows that cannot be imported are still about somebody, who is then not missing. */
	void meetLoosely(ImportRow<RosterRow> row) {
		meet(this.byNumber.get(IdNumber.normalised(row.cell("idNumber").text())));
		meet(this.byRegistry.get(Plain.number(row.cell("registryNumber").text())));
		this.byName.getOrDefault(row.written("name").replace(" ", ""), List.of()).forEach(this::meet);
	}

	List<Registered> missing() {
		return this.all.stream().filter((pupil) -> !this.met.contains(pupil.enrolmentId())).toList();
	}

}
