package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.GuardianDraft;
import org.nuanyang.student.Identity;

/** Reads the two family members of a row (registry items 49 to 72). */
class FamilyReader {

	private static final List<String> PARTS = List.of("Name", "Relation", "Phone", "IdNumber", "Workplace");

	private static final Pattern SEVERAL = Pattern.compile("[、,，;；/|]");

	private final ImportRow<RosterRow> row;

	FamilyReader(ImportRow<RosterRow> row) {
		this.row = row;
	}

	List<GuardianDraft> read(@Nullable Identity pupil) {
		var family = new ArrayList<GuardianDraft>();
		for (var number : List.of("guardian1", "guardian2")) {
			var member = member(number, pupil);
			if (member != null) {
				family.add(member);
			}
		}
		if (pupil != null && pupil.document().number() == null
				&& family.stream().noneMatch((member) -> member.document().number() != null)) {
			this.row.reject("guardian1IdNumber", "roster.guardian.id-needed");
		}
		return family;
	}

	private @Nullable GuardianDraft member(String who, @Nullable Identity pupil) {
		var document = document(who, pupil);
		if (this.row.isEmpty(who + "Name")) {
			if (this.row.has(who + "Name") && PARTS.stream().anyMatch((part) -> !this.row.isEmpty(who + part))) {
				this.row.doubt(who + "Name", "roster.guardian.name-missing");
			}
			return null;
		}
		try {
			var name = new PersonName(this.row.cell(who + "Name").text());
			var relation = this.row.text(who + "Relation");
			return new GuardianDraft(name, (relation.isEmpty()) ? "其他" : IdentityReader.cut(relation, 40),
					phone(this.row, who + "Phone"), document, workplace(who), isGuardian(who));
		}
		catch (RuleViolation ex) {
			this.row.doubt(who + "Name", "roster.guardian.name-wrong");
			return null;
		}
	}

	private IdDocument document(String who, @Nullable Identity pupil) {
		var field = who + "IdNumber";
		var number = this.row.text(field);
		if (number.isEmpty() || this.row.isRejected(field)) {
			return IdDocument.NONE;
		}
		try {
			var type = Codes.idType(this.row.text(who + "IdType"))
				.filter((told) -> told != IdDocumentType.NONE)
				.orElse(IdDocumentType.RESIDENT_ID);
			var document = new IdDocument(type, number);
			if (pupil != null && document.key().equals(pupil.document().key())) {
				this.row.reject(field, "roster.guardian.same-id");
			}
			return document;
		}
		catch (RuleViolation ex) {
			this.row.doubt(field, "roster.guardian.id-wrong");
			return IdDocument.NONE;
		}
	}

	/** Of several numbers the first; spaces may also stand inside one. */
	static @Nullable Phone phone(ImportRow<RosterRow> row, String field) {
		var text = row.text(field);
		if (text.isEmpty() || row.isRejected(field)) {
			return null;
		}
		var first = SEVERAL.split(text)[0];
		return readable(first).or(() -> readable(first.split(" ")[0])).orElseGet(() -> {
			row.doubt(field, "roster.phone.wrong");
			return null;
		});
	}

	private static Optional<Phone> readable(String text) {
		try {
			return Optional.of(new Phone(text));
		}
		catch (RuleViolation ex) {
			return Optional.empty();
		}
	}

	private @Nullable String workplace(String who) {
		var text = this.row.written(who + "Workplace");
		return (text.isEmpty() || this.row.isEmpty(who + "Workplace")) ? null : IdentityReader.cut(text, 200);
	}

	/** Whoever the roster names is a guardian unless it says otherwise. */
	private boolean isGuardian(String who) {
		var text = Plain.text(this.row.cell(who + "IsGuardian").text());
		return text.isEmpty() || Codes.yes(text).orElse(true);
	}

}
