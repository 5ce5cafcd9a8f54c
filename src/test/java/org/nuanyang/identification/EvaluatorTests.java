package org.nuanyang.identification;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactSource;
import org.nuanyang.household.VerifiedFact;
import org.nuanyang.household.VerifiedFacts;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EvaluatorTests {

	private static final Yuan LINE = Yuan.of("6480");

	private final Evaluator sample = new Evaluator(RuleSetReader.read(shippedSample()));

	@Test
	void familyOfTheMockupIsSuggestedTheSecondTier() {
		var result = this.sample.evaluate(evidence(mockup()));
		assertThat(points(result, "income")).isEqualByComparingTo("22");
		assertThat(points(result, "health")).isEqualByComparingTo("20");
		assertThat(points(result, "labour")).isEqualByComparingTo("9");
		assertThat(result.total()).isEqualByComparingTo("68");
		assertThat(result.suggested()).isEqualTo(Tier.TWO);
	}

	@Test
	void everyValueKeepsItsSource() {
		var income = this.sample.evaluate(evidence(mockup())).groups().getFirst().indicators().getFirst();
		assertThat(income.values()).extracting(AssessedIndicator.Value::fact)
			.containsExactly(FactCode.HOUSEHOLD_SIZE, FactCode.YEARLY_INCOME);
		assertThat(income.values()).extracting(AssessedIndicator.Value::source).containsOnly(FactSource.VISIT);
		assertThat(income.computed()).isNotNull()
			.satisfies((computed) -> assertThat(computed.perHead()).isEqualByComparingTo("7920"));
	}

	@Test
	void bandsIncludeTheirUpperEnd() {
		assertThat(incomePoints("6480.00")).isEqualByComparingTo("30");
		assertThat(incomePoints("6480.01")).isEqualByComparingTo("22");
		assertThat(incomePoints("9720.00")).isEqualByComparingTo("22");
		assertThat(incomePoints("9720.01")).isEqualByComparingTo("12");
		assertThat(incomePoints("12960.01")).isEqualByComparingTo("0");
	}

	@Test
	void thresholdsIncludeTheirOwnPoints() {
		var rules = this.sample.rules();
		assertThat(rules.tier(new BigDecimal("70"))).contains(Tier.ONE);
		assertThat(rules.tier(new BigDecimal("69.99"))).contains(Tier.TWO);
		assertThat(rules.tier(new BigDecimal("50"))).contains(Tier.TWO);
		assertThat(rules.tier(new BigDecimal("30"))).contains(Tier.THREE);
		assertThat(rules.tier(new BigDecimal("29.99"))).isEmpty();
	}

	@Test
	void categoryEntitlesWithoutAnyFact() {
		var result = this.sample.evaluate(new Evidence(VerifiedFacts.of(Set.of()), Set.of("G01", "P07", "P05"), null));
		assertThat(result.directCategory()).isEqualTo("P05");
		assertThat(result.suggested()).isEqualTo(Tier.ONE);
		assertThat(result.total()).isNull();
	}

	@Test
	void categoriesOfCareEntitleNobody() {
		var result = this.sample.evaluate(new Evidence(facts(mockup()), Set.of("G01", "G05", "P16"), LINE));
		assertThat(result.directCategory()).isNull();
		assertThat(result.suggested()).isEqualTo(Tier.TWO);
	}

	@Test
	void publicPayrollExcludesButThePointsStayVisible() {
		var facts = mockup();
		facts.put(FactCode.PUBLIC_PAYROLL, "YES");
		var result = this.sample.evaluate(evidence(facts));
		assertThat(result.suggested()).isNull();
		assertThat(result.veto()).isNotNull();
		assertThat(result.total()).isEqualByComparingTo("68");
	}

	@Test
	void missingIncomeIsRefusedAndMissingHousingGivesNothing() {
		var facts = mockup();
		facts.remove(FactCode.HOUSING);
		var housing = this.sample.evaluate(evidence(facts)).groups().getLast();
		assertThat(housing.points()).isZero();
		assertThat(housing.indicators().getFirst().missing()).containsExactly(FactCode.HOUSING);
		facts.remove(FactCode.YEARLY_INCOME);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.sample.evaluate(evidence(facts)))
			.withMessage("identification.facts.missing");
	}

	@Test
	void yearWithoutASubsistenceLineIsSaidPlainly() {
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.sample.evaluate(new Evidence(facts(mockup()), Set.of(), null)))
			.withMessage("identification.line.missing");
	}

	@Test
	void secondRuleSetWithOtherGroupsWorksAsDataAlone() throws IOException {
		try (var file = getClass().getResourceAsStream("weights.json")) {
			assertThat(file).isNotNull();
			var other = new Evaluator(RuleSetReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
			var result = other.evaluate(evidence(Map.of(FactCode.DEBT, "20000.00", FactCode.PUBLIC_PAYROLL, "YES",
					FactCode.SEVERELY_ILL, "3", FactCode.YEARLY_INCOME, "20000.00", FactCode.HOUSEHOLD_SIZE, "4",
					FactCode.MEDICAL_SELF_PAID, "5600.00")));
			assertThat(points(result, "bonds")).isEqualByComparingTo("8.7");
			assertThat(points(result, "means")).isEqualByComparingTo("25");
			assertThat(result.suggested()).isEqualTo(Tier.TWO);
			var martyr = other.evaluate(new Evidence(VerifiedFacts.of(Set.of()), Set.of("P11"), null));
			assertThat(martyr.suggested()).isEqualTo(Tier.TWO);
			var worst = other.evaluate(evidence(Map.of(FactCode.PUBLIC_PAYROLL, "YES", FactCode.YEARLY_INCOME,
					"200000.00", FactCode.HOUSEHOLD_SIZE, "2", FactCode.MEDICAL_SELF_PAID, "0.00")));
			assertThat(points(worst, "bonds")).isEqualByComparingTo("-5");
			assertThat(worst.suggested()).isNull();
		}
	}

	@Test
	void nonsenseInARuleSetIsRefused() {
		for (var broken : new String[] { "\"fact\": \"MERIT\"", "\"fact\": \"YEARLY_INCOME\"" }) {
			var body = shippedSample().replace("\"fact\": \"HOUSING\"", broken);
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> RuleSetReader.read(body));
		}
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> RuleSetReader.read(shippedSample().replace("\"from\": 50", "\"from\": 80")));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> RuleSetReader.read(shippedSample().replace("\"fullMarks\": 100", "\"fullMarks\": 90")));
	}

	/**
	 * Whatever a family is like: groups stay within their caps, the total is their sum,
	 * richer never scores more.
	 */
	@Test
	void invariantsHoldForAnyFamily() {
		var random = new Random(20261121);
		for (var i = 0; i < 2000; i++) {
			var facts = anyFamily(random);
			var result = this.sample.evaluate(evidence(facts));
			assertThat(result.groups()).isNotEmpty()
				.allMatch((group) -> group.points().signum() >= 0 && group.points().compareTo(group.max()) <= 0);
			assertThat(result.total()).isEqualByComparingTo(
					result.groups().stream().map(AssessedGroup::points).reduce(BigDecimal.ZERO, BigDecimal::add));
			assertThat(this.sample.evaluate(evidence(facts))).isEqualTo(result);
			facts.computeIfPresent(FactCode.YEARLY_INCOME, (code,
					income) -> new BigDecimal(income).add(new BigDecimal(random.nextInt(50_000))).toPlainString());
			assertThat(this.sample.evaluate(evidence(facts)).total()).isLessThanOrEqualTo(result.total());
		}
	}

	private static Map<FactCode, String> anyFamily(Random random) {
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		for (var code : FactCode.values()) {
			switch (code.kind()) {
				case MONEY -> facts.put(code, code.canonical(String.valueOf(random.nextInt(100_000))));
				case COUNT -> facts.put(code, code.canonical(String.valueOf(1 + random.nextInt(6))));
				case CHOICE, YES_NO -> facts.put(code, code.options().get(random.nextInt(code.options().size())));
				case CHOICES -> {
					var others = code.options().stream().filter((option) -> !option.equals("NONE")).toList();
					facts.put(code,
							code.canonical(String.join(",", others.subList(0, random.nextInt(others.size() + 1)))));
				}
			}
		}
		facts.put(FactCode.PUBLIC_PAYROLL, "NO");
		return facts;
	}

	private BigDecimal incomePoints(String perHead) {
		var facts = mockup();
		facts.put(FactCode.YEARLY_INCOME, perHead);
		facts.put(FactCode.HOUSEHOLD_SIZE, "1");
		return points(this.sample.evaluate(evidence(facts)), "income");
	}

	private static BigDecimal points(Evaluator.Result result, String group) {
		return result.groups()
			.stream()
			.filter((assessed) -> assessed.code().equals(group))
			.findFirst()
			.orElseThrow()
			.points();
	}

	private static Map<FactCode, String> mockup() {
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		facts.put(FactCode.YEARLY_INCOME, "39600.00");
		facts.put(FactCode.HOUSEHOLD_SIZE, "5");
		facts.put(FactCode.SEVERELY_ILL, "1");
		facts.put(FactCode.MILDLY_ILL, "1");
		facts.put(FactCode.MEDICAL_SELF_PAID, "18000.00");
		facts.put(FactCode.WORKERS, "1.5");
		facts.put(FactCode.EMPLOYMENT, "SEASONAL");
		facts.put(FactCode.IN_COMPULSORY, "2");
		facts.put(FactCode.SUDDEN_EVENTS, "ILLNESS");
		facts.put(FactCode.SUDDEN_LOSS, "18000.00");
		facts.put(FactCode.FAMILY_STRUCTURE, "ONE_AWAY");
		facts.put(FactCode.HOUSING, "SIMPLE");
		return facts;
	}

	private static Evidence evidence(Map<FactCode, String> facts) {
		return new Evidence(facts(facts), Set.of(), LINE);
	}

	private static VerifiedFacts facts(Map<FactCode, String> facts) {
		return VerifiedFacts.of(facts.entrySet()
			.stream()
			.map((fact) -> new VerifiedFact(fact.getKey(), fact.getKey().canonical(fact.getValue()), FactSource.VISIT,
					"韩样二", Instant.EPOCH))
			.toList());
	}

	/** The set as the migration ships it, not a copy of it. */
	private static String shippedSample() {
		var path = "/db/migration/V20261121_0540__identification_create.sql";
		try (var file = EvaluatorTests.class.getResourceAsStream(path)) {
			assertThat(file).isNotNull();
			var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(sql.split("\\$rules\\$")).skip(1).findFirst().orElseThrow();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
