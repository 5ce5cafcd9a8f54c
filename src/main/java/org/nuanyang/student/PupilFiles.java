package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.nuanyang.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the pupil file together from the own data and the parts of upper features. */
@Component
class PupilFiles {

	private final ObjectProvider<PupilFilePart> parts;

	private final Clock clock;

	PupilFiles(ObjectProvider<PupilFilePart> parts, Clock clock) {
		this.parts = parts;
		this.clock = clock;
	}

	PupilFileHead head(Actor actor, PupilView pupil, PupilDraft draft, List<GuardianView> guardians) {
		var registry = draft.schooling().registry();
		var age = Period.between(draft.identity().bornOn(), LocalDate.now(this.clock)).getYears();
		var guardian = guardians.stream().filter(GuardianView::guardian).findFirst().orElse(null);
		return new PupilFileHead(pupil, age, (registry != null) ? registry.masked() : "", guardian,
				kind(pupil.status()), chips(actor, pupil, draft.schooling().circumstances()),
				all((part) -> part.tab(actor, pupil)), all((part) -> part.button(actor, pupil)),
				RevealField.ID.isFor(actor) && !pupil.maskedId().isEmpty());
	}

	private static String kind(EnrolmentStatus status) {
		return switch (status) {
			case ENROLLED -> "ok";
			case ON_LEAVE -> "wait";
			default -> "neutral";
		};
	}

	private List<PupilChip> chips(Actor actor, PupilView pupil, Circumstances circumstances) {
		var chips = new ArrayList<PupilChip>();
		if (circumstances.leftBehind() != LeftBehind.NONE) {
			chips.add(new PupilChip("neutral", "student.leftBehind." + circumstances.leftBehind()));
		}
		var whole = Circumstances.isWholeFor(actor);
		if (whole && circumstances.orphan()) {
			chips.add(new PupilChip("neutral", "student.orphan"));
		}
		if (circumstances.martyrFamily()) {
			chips.add(new PupilChip("neutral", "student.martyrFamily"));
		}
		if (whole && circumstances.disability() != Disability.NONE) {
			chips.add(new PupilChip("neutral", "student.disability." + circumstances.disability()));
		}
		sorted().forEach((part) -> chips.addAll(part.chips(actor, pupil)));
		return chips;
	}

	/** The newest first; what happened on one day keeps the order of the features. */
	List<TimelineEntry> timeline(Actor actor, PupilView pupil) {
		return sorted().flatMap((part) -> part.entries(actor, pupil).stream())
			.sorted(Comparator.comparing(TimelineEntry::day).reversed())
			.toList();
	}

	List<PupilFilePart.Card> cards(Actor actor, PupilView pupil) {
		return all((part) -> part.card(actor, pupil)).stream()
			.sorted(Comparator.comparingInt(PupilFilePart.Card::place))
			.toList();
	}

	private <T> List<T> all(Function<PupilFilePart, Optional<T>> what) {
		return sorted().map(what).flatMap(Optional::stream).toList();
	}

	private Stream<PupilFilePart> sorted() {
		return this.parts.stream().sorted(Comparator.comparingInt(PupilFilePart::order));
	}

}
