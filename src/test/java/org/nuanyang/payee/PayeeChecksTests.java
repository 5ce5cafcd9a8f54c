package org.nuanyang.payee;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose name it may be that a bank writes otherwise. */
class PayeeChecksTests {

	@ParameterizedTest
	@CsvSource({ "方沐LAN, 方沐岚, true", "王?, 王㵘, true", "王水, 王㵘, true", "林样父, 林例一, false", "林例二, 林例一, false",
			"吴LAN, 方沐岚, false", "方沐, 方沐岚, false" })
	void aRareCharacterMayBeWrittenOtherwise(String holder, String pupil, boolean may) {
		assertThat(Spelling.isOf(holder, pupil)).isEqualTo(may);
	}

	@ParameterizedTest
	@CsvSource({ "FANG MULAN, 方沐岚, true", "Fang Mu-lan, 方沐岚, true", "MULAN FANG, 方沐岚, true", "FANGMULIN, 方沐岚, false",
			"FANG, 方沐岚, false", "LV YI, 吕一, true", "LYU YI, 吕一, true", "Lǚ Yī, 吕一, true", "SHAN YI, 单一, true",
			"OUYANG YI, 欧阳一, true", "YI OUYANG, 欧阳一, true", "ayiguli·maimaiti, 阿依古丽·买买提, true" })
	void aBankMayWriteItInPinyin(String holder, String pupil, boolean may) {
		assertThat(Spelling.isOf(holder, pupil)).isEqualTo(may);
	}

	@ParameterizedTest
	@CsvSource({ "方沐嵐, 方沐岚, true", "陳樣一, 陈样一, true", "李峯, 李峰, true", "李峰, 李峯, true", "方沐兰, 方沐岚, false", "李丰, 李峰, false",
			"王峯, 李峰, false" })
	void aBankMayHaveAnotherFormOfACharacter(String holder, String pupil, boolean may) {
		assertThat(Spelling.isOf(holder, pupil)).isEqualTo(may);
	}

}
