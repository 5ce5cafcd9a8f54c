package org.nuanyang.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.validation.BindingResult;

/**
 * Makes a pupil of what was typed, and tells every field that is wrong at once. An empty
 * sensitive field keeps what is known; “无” clears it.
 */
class PupilFormReader {

	private static final Set<String> NONE = Set.of("无", "没有", "-", "—", "none");

	private final PupilForm form;

	private final @Nullable PupilDraft before;

	private final BindingResult errors;

	PupilFormReader(PupilForm form, @Nullable PupilDraft before, BindingResult errors) {
		this.form = form;
		this.before = before;
		this.errors = errors;
	}

	/** Empty if a field was refused; the reasons are among the errors then. */
	Optional<PupilDraft> read() {
		if (this.errors.hasErrors()) {
			// What is not even complete is read all the same, for its other mistakes.
			identityDocument();
			registry();
			family();
			return Optional.empty();
		}
		var name = at("name", () -> new PersonName(Objects.requireNonNull(this.form.name())));
		var document = identityDocument();
		var registry = registry();
		var phone = at("phone", () -> phone(this.form.phone(), known((known) -> known.schooling().phone())));
		var family = family();
		if (this.errors.hasErrors() || name == null || document == null) {
			return Optional.empty();
		}
		var identity = new Identity(name, Objects.requireNonNull(this.form.sex()),
				Objects.requireNonNull(this.form.bornOn()), blankToNull(this.form.ethnicity()), document);
		return Optional.of(new PupilDraft(identity, schooling(registry, phone), family));
	}

	private Schooling schooling(@Nullable RegistryNumber registry, @Nullable Phone phone) {
		return new Schooling(Objects.requireNonNull(this.form.classId()), registry,
				blankToNull(this.form.schoolNumber()), Boolean.TRUE.equals(this.form.boarding()),
				Objects.requireNonNull(this.form.enteredOn()), orElse(this.form.entry(), Entry.SUPPLEMENTED),
				blankToNull(this.form.entryNote()), address(), phone, circumstances());
	}

	private Circumstances circumstances() {
		return new Circumstances(orElse(this.form.leftBehind(), LeftBehind.NONE), is(this.form.orphan()),
				is(this.form.martyrFamily()), orElse(this.form.disability(), Disability.NONE), is(this.form.needsAid()),
				is(this.form.receivesSubsidy()), is(this.form.migrantChild()), this.form.residence());
	}

	private @Nullable IdDocument identityDocument() {
		return at("idNumber", () -> document(this.form.idType(), this.form.idNumber(),
				known((known) -> known.identity().document())));
	}

	private @Nullable RegistryNumber registry() {
		var typed = blankToNull(this.form.registryNumber());
		if (typed == null) {
			return known((known) -> known.schooling().registry());
		}
		return isNone(typed) ? null : at("registryNumber", () -> new RegistryNumber(typed));
	}

	private @Nullable String address() {
		var typed = blankToNull(this.form.address());
		if (typed == null) {
			return known((known) -> known.schooling().address());
		}
		return isNone(typed) ? null : typed;
	}

	private List<GuardianDraft> family() {
		var family = new ArrayList<GuardianDraft>();
		for (var i = 0; i < this.form.family().size(); i++) {
			var row = this.form.family().get(i);
			if (!row.isEmpty()) {
				var draft = guardian("guardians[" + i + "].", row, knownGuardian(i));
				if (draft != null) {
					family.add(draft);
				}
			}
		}
		return family;
	}

	private @Nullable GuardianDraft guardian(String path, GuardianForm row, @Nullable GuardianDraft known) {
		var name = at(path + "name", () -> new PersonName(Objects.requireNonNull(row.name())));
		var relation = at(path + "relation", () -> relation(row.relation()));
		var phone = at(path + "phone", () -> phone(row.phone(), (known != null) ? known.phone() : null));
		var document = at(path + "idNumber",
				() -> document(row.idType(), row.idNumber(), (known != null) ? known.document() : null));
		if (name == null || relation == null || document == null) {
			return null;
		}
		return new GuardianDraft(name, relation, phone, document, blankToNull(row.workplace()), is(row.guardian()));
	}

	private static String relation(@Nullable String typed) {
		var relation = blankToNull(typed);
		if (relation == null) {
			throw new RuleViolation("student.guardian.relation.missing");
		}
		return relation;
	}

	private static IdDocument document(@Nullable IdDocumentType type, @Nullable String typed,
			@Nullable IdDocument known) {
		var chosen = (type != null) ? type : IdDocumentType.NONE;
		var number = blankToNull(typed);
		if (number == null && known != null && known.type() == chosen) {
			return known;
		}
		if (number == null && known == null && chosen != IdDocumentType.OTHER) {
			return IdDocument.NONE;
		}
		return (number != null && isNone(number)) ? IdDocument.NONE : new IdDocument(chosen, number);
	}

	private static @Nullable Phone phone(@Nullable String typed, @Nullable Phone known) {
		var number = blankToNull(typed);
		if (number == null) {
			return known;
		}
		return isNone(number) ? null : new Phone(number);
	}

	private @Nullable GuardianDraft knownGuardian(int position) {
		return (this.before != null && position < this.before.guardians().size())
				? this.before.guardians().get(position) : null;
	}

	private <T> @Nullable T known(Function<PupilDraft, @Nullable T> what) {
		return (this.before != null) ? what.apply(this.before) : null;
	}

	private <T> @Nullable T at(String field, Supplier<@Nullable T> reading) {
		try {
			return reading.get();
		}
		catch (RuleViolation violation) {
			this.errors.rejectValue(field, violation.key(), violation.arguments(), null);
			return null;
		}
	}

	private static boolean isNone(String typed) {
		return NONE.contains(typed.toLowerCase(Locale.ROOT));
	}

	private static boolean is(@Nullable Boolean value) {
		return Boolean.TRUE.equals(value);
	}

	private static <T> T orElse(@Nullable T value, T other) {
		return (value != null) ? value : other;
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
