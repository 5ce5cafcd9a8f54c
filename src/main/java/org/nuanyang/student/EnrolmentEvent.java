package org.nuanyang.student;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;

/** One line in the history of an enrolment; written once, never changed. */
@Entity
@Immutable
class EnrolmentEvent {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long enrolmentId;

	@Enumerated(EnumType.STRING)
	private EventKind kind;

	private LocalDate happenedOn;

	private int schoolYear;

	private @Nullable String reason;

	private @Nullable String fields;

	private @Nullable String fromClass;

	private @Nullable String toClass;

	private long recordedBy;

	private String recordedByName;

	private Instant recordedAt;

	/** The import that wrote it, and may take it back. */
	private @Nullable Long importId;

	@SuppressWarnings("NullAway.Init")
	protected EnrolmentEvent() {
	}

	EnrolmentEvent(Enrolment enrolment, Happening happening, Actor actor, Instant now) {
		this(enrolment, happening, actor, now, null);
	}

	EnrolmentEvent(Enrolment enrolment, Happening happening, Actor actor, Instant now, @Nullable Long importId) {
		this.schoolId = enrolment.schoolId();
		this.enrolmentId = enrolment.id();
		this.kind = happening.kind();
		this.happenedOn = happening.day();
		this.schoolYear = SchoolYear.of(happening.day()).firstYear();
		this.reason = happening.reason();
		this.fields = (happening.fields().isEmpty()) ? null : String.join(",", happening.fields());
		this.fromClass = happening.fromClass();
		this.toClass = happening.toClass();
		this.recordedBy = actor.userId();
		this.recordedByName = actor.name();
		this.recordedAt = now;
		this.importId = importId;
	}

	/**
	 * What happened on which day; class names are those of that day.
	 *
	 * @param fields that a correction changed, as the form names them
	 */
	record Happening(EventKind kind, LocalDate day, @Nullable String reason, @Nullable String fromClass,
			@Nullable String toClass, List<String> fields) {

		Happening(EventKind kind, LocalDate day, @Nullable String reason, @Nullable String fromClass,
				@Nullable String toClass) {
			this(kind, day, reason, fromClass, toClass, List.of());
		}

		Happening(EventKind kind, LocalDate day, @Nullable String reason) {
			this(kind, day, reason, null, null);
		}

		/** The class is told by its names already. */
		Happening of(List<String> changed) {
			return new Happening(this.kind, this.day, this.reason, this.fromClass, this.toClass,
					changed.stream().filter((field) -> !field.equals("classId")).toList());
		}

	}

}
