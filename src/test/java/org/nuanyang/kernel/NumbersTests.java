package org.nuanyang.kernel;

import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Registry numbers, bank accounts, phones, documents, school years and periods. */
class NumbersTests {

	@ParameterizedTest
	@ValueSource(strings = { "G100000201309010018", "g10000020150228001x", "L100000201309011234",
			" G100000 20130901 0018 " })
	void registryNumbersAreReadAsWritten(String written) {
		assertThat(new RegistryNumber(written).value()).hasSize(19).isUpperCase();
	}

	@ParameterizedTest
	@CsvSource({ "X100000201309010018, kernel.registry.character", "G10000020130901001, kernel.registry.length",
			"20080203, kernel.registry.length", "J100000201309010017, kernel.registry.check" })
	void registryNumbersSayWhichRuleIsBroken(String written, String key) {
		assertThatThrownBy(() -> new RegistryNumber(written)).hasMessage(key);
	}

	@Test
	void onlyAGNumberCanDisagreeWithTheId() {
		var id = new IdNumber("100000201309010026");
		assertThat(new RegistryNumber("G100000201309010026").agreesWith(id)).isTrue();
		assertThat(new RegistryNumber("G100000201309010018").agreesWith(id)).isFalse();
		assertThat(new RegistryNumber("J100000201309010018").agreesWith(id)).isTrue();
		assertThat(new RegistryNumber("L100000201309011234").agreesWith(id)).isTrue();
	}

	@Test
	void cardsEndWithALuhnDigit() {
		assertThat(new BankAccount("6210 0000 0000 0000 017").luhnValid()).isTrue();
		assertThat(new BankAccount("6210000000000011").luhnValid()).isTrue();
		var random = new Random(62);
		for (var round = 0; round < 300; round++) {
			var number = new StringBuilder("6210000000000000017");
			var place = random.nextInt(19);
			number.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + 1 + random.nextInt(9)) % 10));
			assertThat(new BankAccount(number.toString()).luhnValid()).as(number.toString()).isFalse();
		}
		assertThat(new BankAccount("100000201309010018").isIdNumber(new IdNumber("100000201309010018"))).isTrue();
		assertThatThrownBy(() -> new BankAccount("6.21E+18")).hasMessage("kernel.account.character");
		assertThat("" + new BankAccount("6210000000000011")).isEqualTo("6210**********0011");
	}

	@Test
	void phonesAreMobilesOrLandlines() {
		assertThat(new Phone("+86 199-0000-1485")).isEqualTo(new Phone("１９９００００１４８５"));
		assertThat(new Phone("(0912) 1234567").isMobile()).isFalse();
		assertThat("" + new Phone("19900001485")).isEqualTo("199****1485");
		assertThatThrownBy(() -> new Phone("1990000148")).hasMessage("kernel.phone.invalid");
	}

	@Test
	void documentsMayBeForeignOrMissing() {
		assertThat(new IdDocument(IdDocumentType.PASSPORT, "e 1234567").number()).isEqualTo("E1234567");
		assertThat(new IdDocument(IdDocumentType.OTHER, " ").number()).isNull();
		assertThatThrownBy(() -> new IdDocument(IdDocumentType.PASSPORT, null)).hasMessage("kernel.id.missing");
		assertThatThrownBy(() -> new IdDocument(IdDocumentType.RESIDENT_ID, "E1234567")).hasMessage("kernel.id.length");
		assertThat(IdDocument.of(new IdNumber("100000201309010018")).toString()).doesNotContain("20130901");
	}

	@Test
	void augustBelongsToTheYearAboutToBegin() {
		assertThat(SchoolYear.of(LocalDate.of(2026, 7, 31)).label()).isEqualTo("2025—2026");
		assertThat(SchoolYear.of(LocalDate.of(2026, 8, 1)).label()).isEqualTo("2026—2027");
		assertThat(new SchoolYear(2026).last()).isEqualTo("2027-08-31");
		assertThat(Term.of(LocalDate.of(2027, 1, 31))).isEqualTo(Term.AUTUMN);
		assertThat(Term.of(LocalDate.of(2027, 2, 1))).isEqualTo(Term.SPRING);
	}

	@Test
	void periodsEndBeforeTheirEnd() {
		var term = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 2, 1));
		assertThat(term.contains(LocalDate.of(2027, 1, 31))).isTrue();
		assertThat(term.contains(LocalDate.of(2027, 2, 1))).isFalse();
		assertThat(term.overlaps(Period.since(LocalDate.of(2027, 2, 1)))).isFalse();
		assertThat(term.overlaps(Period.since(LocalDate.of(2027, 1, 31)))).isTrue();
	}

}
