package org.nuanyang.kernel;

import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class IdNumberTests {

	private final Random random = new Random(11_643);

	@ParameterizedTest
	@CsvSource({ "100000201309010018, MALE, 2013-09-01", "100000201309010026, FEMALE, 2013-09-01",
			"10000020150228001X, MALE, 2015-02-28", "10000020160229120X, FEMALE, 2016-02-29" })
	void readsBirthDateAndSex(String number, Sex sex, LocalDate birth) {
		var id = new IdNumber(number);
		assertThat(id.sex()).isEqualTo(sex);
		assertThat(id.birthDate()).isEqualTo(birth);
	}

	@ParameterizedTest
	@CsvSource({ "100000201309010017, kernel.id.check", "100000201502290015, kernel.id.date",
			"100000130901001, kernel.id.fifteen", "10000020130901001, kernel.id.length",
			"1000002013090100A8, kernel.id.character", "'', kernel.id.length" })
	void saysWhichRuleIsBroken(String number, String key) {
		assertThat(refusal(number)).isEqualTo(key);
	}

	@ParameterizedTest
	@CsvSource({ "10000020150228001x", "10000020150228001Ｘ", "１０００００２０１５０２２８００１Ｘ", "10000020150228001×",
			"10000020150228001*", "'\u00a0100000 20150228 001X\t'", "\u2019100000-20150228-001X" })
	void readsWhatPeopleWrite(String written) {
		assertThat(new IdNumber(written).value()).isEqualTo("10000020150228001X");
	}

	@Test
	void noSingleWrongDigitPasses() {
		for (var round = 0; round < 300; round++) {
			var number = generated();
			assertThat(new IdNumber(number).value()).isEqualTo(number);
			var place = this.random.nextInt(17);
			var wrong = (char) ('0' + (number.charAt(place) - '0' + 1 + this.random.nextInt(9)) % 10);
			var spoiled = number.substring(0, place) + wrong + number.substring(place + 1);
			assertThat(refusal(spoiled)).as(spoiled).isIn("kernel.id.check", "kernel.id.date");
		}
	}

	@Test
	void noTwoNeighboursMayChangePlaces() {
		for (var round = 0; round < 300; round++) {
			var number = generated();
			var place = this.random.nextInt(16);
			if (number.charAt(place) != number.charAt(place + 1)) {
				var swapped = number.substring(0, place) + number.charAt(place + 1) + number.charAt(place)
						+ number.substring(place + 2);
				assertThat(refusal(swapped)).as(swapped).isIn("kernel.id.check", "kernel.id.date");
			}
		}
	}

	@Test
	void isNotToldInLogs() {
		assertThat("" + new IdNumber("100000201309010018")).isEqualTo("1000**********0018");
	}

	private String generated() {
		var date = LocalDate.of(1950, 1, 1).plusDays(this.random.nextInt(27_000));
		var body = "100000" + date.toString().replace("-", "") + "%03d".formatted(this.random.nextInt(1000));
		return body + IdNumber.checkCharacter(body);
	}

	private static String refusal(String number) {
		return catchThrowableOfType(RuleViolation.class, () -> new IdNumber(number)).key();
	}

}
