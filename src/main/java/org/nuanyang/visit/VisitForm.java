package org.nuanyang.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactInputs;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

/** A visit as typed. */
record VisitForm(@Nullable UUID submission, @NotNull(message = "{visit.kind.missing}") @Nullable VisitKind kind,
		@NotNull(message = "{visit.day.missing}") @Nullable LocalDate day,
		@NotNull(message = "{visit.begun.missing}") @Nullable LocalTime begun,
		@NotNull(message = "{visit.ended.missing}") @Nullable LocalTime ended, @Size(max = 200) @Nullable String place,
		@NotBlank(message = "{visit.second.missing}") @Size(max = 60) @Nullable String secondVisitor,
		@NotBlank(message = "{visit.interviewee.missing}") @Size(max = 60) @Nullable String interviewee,
		@NotBlank(message = "{visit.relation.missing}") @Size(max = 40) @Nullable String intervieweeRelation,
		@NotEmpty(message = "{visit.purposes.missing}") Set<VisitPurpose> purposes, Map<FactCode, String> facts,
		@Size(max = 500) @Nullable String members, @Size(max = 500) @Nullable String dwelling,
		@Size(max = 1000) @Nullable String childAtHome, @Size(max = 1000) @Nullable String observation,
		@Size(max = 1000) @Nullable String requests, @Size(max = 1000) @Nullable String agreed,
		@NotNull(message = "{visit.agreement.missing}") @Nullable Agreement agreement,
		@Size(max = 500) @Nullable String difference, @Nullable LocalDate followUpOn,
		@NotNull(message = "{visit.alarm.missing}") @Nullable AlarmAnswer alarm,
		@Size(max = 1000) @Nullable String alarmFinding) {

	/** 是否发现应强制报告情形: answered at every visit. */
	enum AlarmAnswer {

		NONE, FOUND

	}

	VisitForm {
		purposes = Objects.requireNonNullElse(purposes, Set.of());
		facts = Objects.requireNonNullElse(facts, Map.of());
	}

	static VisitForm begin(LocalDate day, LocalTime now) {
		return new VisitForm(UUID.randomUUID(), VisitKind.ON_SITE, day, now, null, null, null, null, null, Set.of(),
				Map.of(), null, null, null, null, null, null, null, null, null, null, null);
	}

	/**
	 * What visits verify: everything that can be known of a household, as it is asked.
	 */
	static List<FactCode> asked() {
		return Arrays.stream(VisitSection.values()).flatMap((section) -> section.facts().stream()).toList();
	}

	public String fact(FactCode code) {
		return Objects.requireNonNullElse(this.facts.get(code), "");
	}

	public boolean chosen(FactCode code, String option) {
		return FactInputs.chosen(fact(code), option);
	}

	/** What can be read of it; what cannot is among the errors. */
	VisitClaim claim(BindingResult errors) {
		return new VisitClaim(this.submission, this.day, this.begun, this.ended, this.followUpOn,
				plain(this.secondVisitor), FactInputs.canonical(this.facts, asked(), errors), this.agreement,
				plain(this.difference), this.purposes.contains(VisitPurpose.ECONOMY) && !isAnyFactGiven());
	}

	private boolean isAnyFactGiven() {
		return this.facts.values().stream().anyMatch((typed) -> typed != null && !typed.isBlank());
	}

	/** The report, or nothing with every mistake among the errors at once. */
	Optional<VisitReport> report(VisitClaim claim, BindingResult errors) {
		name("secondVisitor", this.secondVisitor, "visit.second.character", errors);
		name("interviewee", this.interviewee, "visit.interviewee.character", errors);
		if (this.alarm == AlarmAnswer.FOUND && plain(this.alarmFinding).isEmpty()) {
			errors.rejectValue("alarmFinding", "visit.alarm.finding.missing");
		}
		if (errors.hasErrors() || this.submission == null || this.kind == null || this.day == null || this.begun == null
				|| this.ended == null || this.agreement == null) {
			return Optional.empty();
		}
		try {
			return Optional
				.of(new VisitReport(this.submission, this.kind, this.day, this.begun, this.ended, plain(this.place),
						plain(this.secondVisitor), plain(this.interviewee), plain(this.intervieweeRelation),
						this.purposes, claim.facts(), words(), this.agreement, plain(this.difference), this.followUpOn,
						(this.alarm == AlarmAnswer.FOUND) ? plain(this.alarmFinding) : null));
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	private VisitReport.Words words() {
		return new VisitReport.Words(plain(this.members), plain(this.dwelling), plain(this.childAtHome),
				plain(this.observation), plain(this.requests), plain(this.agreed));
	}

	/** The household register of a colleague is nobody's business here. */
	private static void name(String field, @Nullable String typed, String characterKey, BindingResult errors) {
		try {
			new PersonName(plain(typed));
		}
		catch (RuleViolation violation) {
			if (!errors.hasFieldErrors(field)) {
				var key = violation.key().equals("kernel.name.character") ? characterKey : violation.key();
				errors.rejectValue(field, key, violation.arguments(), key);
			}
		}
	}

	private static String plain(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

}
