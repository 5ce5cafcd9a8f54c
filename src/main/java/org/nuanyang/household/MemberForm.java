package org.nuanyang.household;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.springframework.validation.BindingResult;

/** One row of members as typed. */
record MemberForm(@Nullable String name, @Nullable Relation relation, @Nullable String age, @Nullable String workUnit,
		@Nullable String occupation, @Nullable String yearlyIncome, @Nullable MemberHealth health) {

	private static final int LONGEST = 60;

	/** The row that is not there. */
	static final MemberForm NOBODY = new MemberForm(null, null, null, null, null, null, null);

	static MemberForm of(Relation relation) {
		return new MemberForm(null, relation, null, null, null, null, null);
	}

	/** From the roster, whose words for relations are free. */
	static MemberForm of(String name, String relation) {
		return new MemberForm(name, Relation.called(relation), null, null, null, null, null);
	}

	static MemberForm of(Member member) {
		var age = member.age();
		return new MemberForm(member.name(), member.relation(), (age == null) ? null : age.toString(),
				member.workUnit(), member.occupation(), member.yearlyIncome().amount().toPlainString(),
				member.health());
	}

	static MemberForm aYearOlder(Member member) {
		var age = member.age();
		return of((age == null) ? member : new Member(member.name(), member.relation(), Math.min(age + 1, 120),
				member.workUnit(), member.occupation(), member.yearlyIncome(), member.health()));
	}

	/** The member, or null with what is wrong in the order of the page. */
	@Nullable Member member(String row, BindingResult errors) {
		var before = errors.getErrorCount();
		var checkedName = checkedName(row, errors);
		if (this.relation == null) {
			errors.rejectValue(row + ".relation", "household.member.relation");
		}
		var checkedAge = checkedAge(row, errors);
		checkLength(row + ".occupation", this.occupation, errors);
		checkLength(row + ".workUnit", this.workUnit, errors);
		var income = checkedIncome(row, errors);
		if (income != null && income.isPositive() && this.health != null && !this.health.present()) {
			errors.rejectValue(row + ".yearlyIncome", "household.member.income.absent");
		}
		if (this.health == null) {
			errors.rejectValue(row + ".health", "household.member.health");
		}
		if (errors.getErrorCount() > before || checkedName == null || this.relation == null || income == null
				|| this.health == null) {
			return null;
		}
		return new Member(checkedName, this.relation, checkedAge, plain(this.workUnit), plain(this.occupation), income,
				this.health);
	}

	/** Who it is, if that is said; there unless said otherwise. */
	Optional<HouseholdDeclaration.Kin> kin() {
		return Optional.ofNullable(this.relation)
			.map((whose) -> new HouseholdDeclaration.Kin(whose, this.health == null || this.health.present()));
	}

	/** What does not fit into a cell of the printed form is no work unit. */
	private static void checkLength(String field, @Nullable String text, BindingResult errors) {
		if (plain(text).length() > LONGEST) {
			errors.rejectValue(field, "household.member.long", new Object[] { LONGEST }, null);
		}
	}

	private @Nullable String checkedName(String row, BindingResult errors) {
		try {
			return new PersonName(plain(this.name)).value();
		}
		catch (RuleViolation violation) {
			errors.rejectValue(row + ".name", violation.key(), violation.arguments(), null);
			return null;
		}
	}

	/** Unknown is allowed only for who does not live with the family. */
	private @Nullable Integer checkedAge(String row, BindingResult errors) {
		var text = plain(this.age);
		if (text.isEmpty() && this.health != null && !this.health.present()) {
			return null;
		}
		if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 120) {
			errors.rejectValue(row + ".age", "household.member.age");
			return null;
		}
		return Integer.valueOf(text);
	}

	private @Nullable Yuan checkedIncome(String row, BindingResult errors) {
		var text = plain(this.yearlyIncome);
		if (text.isEmpty()) {
			errors.rejectValue(row + ".yearlyIncome", "household.member.income");
			return null;
		}
		try {
			return Yuan.of(FactCode.YEARLY_INCOME.canonical(text));
		}
		catch (RuleViolation violation) {
			errors.rejectValue(row + ".yearlyIncome", violation.key(), violation.arguments(), null);
			return null;
		}
	}

	/**
	 * As it would be stored, so that 1000 and 1000.00 are the same; a mistake stays as
	 * typed.
	 */
	String income() {
		var text = plain(this.yearlyIncome);
		try {
			return text.isEmpty() ? "" : FactCode.YEARLY_INCOME.canonical(text);
		}
		catch (RuleViolation wrong) {
			return text;
		}
	}

	private static String plain(@Nullable String text) {
		return (text == null) ? "" : text.strip();
	}

}
