package org.nuanyang.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;
import org.springframework.validation.BindingResult;

/** The form of a class appraisal; empty member rows are left out. */
record AppraisalForm(long round, long schoolClass, @NotNull LocalDate heldOn, @NotBlank @Size(max = 60) String place,
		@NotBlank @Size(max = 40) String chair, @Nullable @NotNull @Min(1) @Max(60) Integer expected,
		List<@Valid MemberRow> members, List<@Valid OpinionRow> opinions) {

	private static final int ROWS = 9;

	AppraisalForm {
		chair = Objects.requireNonNullElse(chair, "");
		members = given(members);
		opinions = given(opinions);
	}

	/**
	 * Rows that the page left out, because their case is no longer ready, are no rows.
	 */
	static <T> List<T> given(@Nullable List<@Nullable T> rows) {
		return (rows != null) ? rows.stream().flatMap(Stream::ofNullable).toList() : List.of();
	}

	static AppraisalForm blank(Actor teacher, long round, long schoolClass, LocalDate today, List<CaseView> ready) {
		var members = new ArrayList<MemberRow>();
		members.add(new MemberRow(MemberKind.HEAD_TEACHER, teacher.name()));
		while (members.size() < ROWS) {
			members.add(new MemberRow((members.size() < 4) ? MemberKind.TEACHER : MemberKind.PARENT, ""));
		}
		return new AppraisalForm(round, schoolClass, today, "", teacher.name(), null, members,
				ready.stream().map(OpinionRow::suggested).toList());
	}

	ClassAppraisal appraisal() {
		return new ClassAppraisal(this.round, this.schoolClass, this.heldOn, this.place.strip(), this.chair.strip(),
				Objects.requireNonNull(this.expected), there(), said());
	}

	private List<ClassAppraisal.Member> there() {
		return this.members.stream().filter(MemberRow::isFilled).map(MemberRow::member).toList();
	}

	private List<ClassAppraisal.Opinion> said() {
		var names = names();
		return this.opinions.stream().filter(OpinionRow::isAppraised).map((row) -> row.opinion(names)).toList();
	}

	List<String> names() {
		return there().stream().map(ClassAppraisal.Member::name).toList();
	}

	/** Everything wrong with the group, whatever else is. */
	List<RuleViolation> wrong() {
		return ClassAppraisal.wrong(there(), this.chair.strip(), this.expected, said());
	}

	/** What can be read of it; no opinions while a vote of theirs cannot. */
	AppraisalClaim claim(BindingResult errors) {
		return new AppraisalClaim(this.round, this.schoolClass, this.heldOn, names(), this.expected,
				errors.hasFieldErrors("opinions[*") ? List.of() : said());
	}

	/** One member who was there. */
	record MemberRow(MemberKind kind, @Nullable @Size(max = 40) String name) {

		public boolean isFilled() {
			return this.name != null && !this.name.isBlank();
		}

		ClassAppraisal.Member member() {
			return new ClassAppraisal.Member(this.kind, (this.name != null) ? this.name.strip() : "");
		}

	}

	/** What may be said of a case; LATER leaves it for another appraisal. */
	enum Choice {

		ONE, TWO, THREE, NONE, LATER;

		public @Nullable Tier tier() {
			return switch (this) {
				case ONE, TWO, THREE -> Tier.valueOf(name());
				case NONE, LATER -> null;
			};
		}

		static Choice of(@Nullable Tier tier) {
			return (tier != null) ? valueOf(tier.name()) : NONE;
		}

	}

	/** One case; votes left empty mean that everybody agreed. */
	record OpinionRow(long application, @NotNull Choice choice, @Nullable @Min(0) Integer votesFor,
			@Nullable @Min(0) Integer votesAgainst, @Nullable @Min(0) Integer abstained,
			@Nullable @Size(max = 300) String reason, @Nullable @Size(max = 200) String recused,
			@Nullable @Size(max = 200) String namesakeReason) {

		static OpinionRow suggested(CaseView application) {
			return new OpinionRow(application.id(), Choice.of(application.suggestedTier()), null, null, null, "", "",
					"");
		}

		public boolean isAppraised() {
			return this.choice != Choice.LATER;
		}

		/** Who stays away, as it is written: one name after another. */
		private Set<String> away() {
			return (this.recused != null) ? Arrays.stream(this.recused.split("[、，,;；]"))
				.map(String::strip)
				.filter((name) -> !name.isEmpty())
				.collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
		}

		/**
		 * Who stays away, with those whom a guardian's name asks about as long as nothing
		 * is said of them.
		 */
		String away(Set<String> kin) {
			var away = new LinkedHashSet<>(away());
			if (this.namesakeReason == null || this.namesakeReason.isBlank()) {
				away.addAll(kin);
			}
			return String.join("、", away);
		}

		ClassAppraisal.Opinion opinion(List<String> members) {
			var away = away();
			var counted = this.votesFor != null || this.votesAgainst != null || this.abstained != null;
			var votes = counted ? new Votes(or0(this.votesFor), or0(this.votesAgainst), or0(this.abstained))
					: Votes.unanimous((int) members.stream().filter((name) -> !away.contains(name)).count());
			return new ClassAppraisal.Opinion(this.application, this.choice.tier(), votes,
					(this.reason != null) ? this.reason.strip() : "", away,
					(this.namesakeReason != null) ? this.namesakeReason.strip() : "");
		}

		private static int or0(@Nullable Integer votes) {
			return (votes != null) ? votes : 0;
		}

	}

}
