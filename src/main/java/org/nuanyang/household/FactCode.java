package org.nuanyang.household;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;

/**
 * The facts about a household that identification may rest on (forms.md 4.1, 4.2). Merit,
 * conduct and consumption are missing on purpose: no rule set can score what is not a
 * fact here (decisions.md 4).
 */
public enum FactCode {

	/** 家庭人口 */
	HOUSEHOLD_SIZE(FactKind.COUNT),
	/** 家庭年总收入 */
	YEARLY_INCOME(FactKind.MONEY),
	/** 主要收入来源 */
	INCOME_SOURCES(FactKind.CHOICES, "FARMING", "LABOUR", "BUSINESS", "SUBSIDY"),
	/** 近一年医疗自付 */
	MEDICAL_SELF_PAID(FactKind.MONEY),
	/** 欠债 */
	DEBT(FactKind.MONEY),
	/** 大病或重残的成员 */
	SEVERELY_ILL(FactKind.COUNT),
	/** 慢性病或轻残的成员 */
	MILDLY_ILL(FactKind.COUNT),
	/** 劳动力 */
	WORKERS(FactKind.COUNT),
	/** 就业状况 */
	EMPLOYMENT(FactKind.CHOICE, "STABLE", "SEASONAL", "FARMING", "NONE"),
	/** 义务教育阶段在读子女 */
	IN_COMPULSORY(FactKind.COUNT),
	/** 非义务教育阶段在读子女 */
	IN_FURTHER_EDUCATION(FactKind.COUNT),
	/** 近 12 个月突发变故 */
	SUDDEN_EVENTS(FactKind.CHOICES, "NONE", "ILLNESS", "DISASTER", "ACCIDENT"),
	/** 突发变故的损失或自付 */
	SUDDEN_LOSS(FactKind.MONEY),
	/** 家庭结构 */
	FAMILY_STRUCTURE(FactKind.CHOICE, "BOTH_PARENTS", "ONE_AWAY", "WITH_GRANDPARENTS", "SINGLE_PARENT", "NO_PARENTS"),
	/** 住房 */
	HOUSING(FactKind.CHOICE, "SOUND", "SIMPLE", "RENTED", "CROWDED", "UNSAFE"),
	/** 财政供养 */
	PUBLIC_PAYROLL(FactKind.YES_NO, "NO", "YES");

	private static final Set<FactCode> FROM_MEMBERS = EnumSet.of(HOUSEHOLD_SIZE, YEARLY_INCOME, SEVERELY_ILL,
			MILDLY_ILL);

	/** Counts in which the pupil is one. */
	private static final Set<FactCode> AT_LEAST_THE_PUPIL = EnumSet.of(HOUSEHOLD_SIZE, IN_COMPULSORY);

	private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("10000000");

	/** Nothing of the kind: unlike an empty value, somebody has looked. */
	private static final String NONE = "NONE";

	private static final BigDecimal HIGHEST_COUNT = new BigDecimal("30");

	private final FactKind kind;

	private final List<String> options;

	FactCode(FactKind kind, String... options) {
		this.kind = kind;
		this.options = List.of(options);
	}

	public FactKind kind() {
		return this.kind;
	}

	public List<String> options() {
		return this.options;
	}

	/** Message key of the fact's name. */
	public String labelKey() {
		return "household.fact." + name();
	}

	/** Message key of an option's name. */
	public String optionKey(String option) {
		return labelKey() + "." + option;
	}

	/**
	 * What the family is asked beside the rows of members, from which the rest follows.
	 */
	public static List<FactCode> asked() {
		return Arrays.stream(values()).filter((code) -> !FROM_MEMBERS.contains(code)).toList();
	}

	/** Message keys of the options in a stored value. */
	public List<String> optionKeys(String value) {
		return value.isEmpty() ? List.of() : Arrays.stream(value.split(",")).map(this::optionKey).toList();
	}

	/** A stored amount as pages show it: 39,600.00. */
	public String amount(String value) {
		return Yuan.of(value).toString();
	}

	/**
	 * The one way a value is stored: "39600.00", "1.5", "FARMING,LABOUR".
	 * @throws RuleViolation on the field of this fact, saying what is wrong with it
	 */
	public String canonical(String raw) {
		var text = Plain.text(raw);
		return switch (this.kind) {
			case MONEY -> money(text);
			case COUNT -> count(text);
			case CHOICE, YES_NO -> choice(text);
			case CHOICES -> Arrays.stream(text.split(","))
				.map(String::strip)
				.filter((part) -> !part.isEmpty())
				.map(this::choice)
				.collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), this::inOrder));
		};
	}

	private String money(String text) {
		var amount = parsed(text).amount();
		if (amount.signum() < 0) {
			throw refused("household.fact.negative");
		}
		if (amount.compareTo(HIGHEST_AMOUNT) >= 0) {
			throw refused("household.fact.large", amount.movePointLeft(4).stripTrailingZeros().toPlainString());
		}
		return amount.toPlainString();
	}

	private Yuan parsed(String text) {
		try {
			return Yuan.of(text);
		}
		catch (RuleViolation violation) {
			throw refused("household.fact.money");
		}
	}

	private String count(String text) {
		// Half a worker is a thing, half a child is none.
		if (!text.matches((this == WORKERS) ? "\\d{1,2}([.][05])?" : "\\d{1,2}([.]0)?")) {
			throw refused(countKey());
		}
		var count = new BigDecimal(text).stripTrailingZeros();
		if (count.compareTo(HIGHEST_COUNT) > 0 || (AT_LEAST_THE_PUPIL.contains(this) && count.signum() == 0)) {
			throw refused(countKey());
		}
		return count.toPlainString();
	}

	private String countKey() {
		return (this == WORKERS) ? "household.fact.count"
				: AT_LEAST_THE_PUPIL.contains(this) ? "household.fact.pupil" : "household.fact.whole";
	}

	private String choice(String text) {
		if (!this.options.contains(text)) {
			throw refused("household.fact.choice");
		}
		return text;
	}

	private String inOrder(LinkedHashSet<String> chosen) {
		if (chosen.contains(NONE) && chosen.size() > 1) {
			throw refused("household.fact.none-and-more");
		}
		return this.options.stream().filter(chosen::contains).collect(Collectors.joining(","));
	}

	private RuleViolation refused(String key, Object... arguments) {
		return RuleViolation.on("facts[" + name() + "]", key, arguments);
	}

}
