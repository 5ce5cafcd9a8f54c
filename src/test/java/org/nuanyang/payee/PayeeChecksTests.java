package org.nuanyang.payee;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose name it may be that a bank writes otherwise. */
class PayeeChecksTests {

	@ParameterizedTest
	@CsvSource({ "方沐LAN, 方沐岚, true", "王?, 王㵘, true", "王水, 王㵘, true", "林样父, 林例一, false", "林例二, 林例一, false",
			"FANG MULAN, 方沐岚, false", "吴LAN, 方沐岚, false", "方沐, 方沐岚, false" })
	void aRareCharacterMayBeWrittenOtherwise(String holder, String pupil, boolean may) {
		assertThat(PayeeChecks.isSpelledOtherwise(holder, pupil)).isEqualTo(may);
	}

}
