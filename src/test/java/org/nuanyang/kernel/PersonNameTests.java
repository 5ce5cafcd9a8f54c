package org.nuanyang.kernel;

import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersonNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "迪丽拜尔·艾力", "迪丽拜尔•艾力", "迪丽拜尔・艾力", "迪丽拜尔．艾力", "迪丽拜尔.艾力", "迪丽拜尔 · 艾力", "迪丽拜尔‧艾力" })
	void everyDotIsTheSameDotForMatching(String written) {
		assertThat(new PersonName(written).matches(new PersonName("迪丽拜尔·艾力"))).isTrue();
	}

	@Test
	void theDotThatWasWrittenIsKept() {
		assertThat(new PersonName("迪丽拜尔•艾力").value()).isEqualTo("迪丽拜尔•艾力");
	}

	@ParameterizedTest
	@CsvSource({ "王 小　明\u00a0, 王小明", "\u200b王\t小明, 王小明", "𠮷 田雨, 𠮷田雨", "Anna  Maria, Anna Maria" })
	void chineseNamesHaveNoSpaces(String written, String value) {
		assertThat(new PersonName(written).value()).isEqualTo(value);
	}

	@Test
	void charactersOutsideTheBasicPlaneStayWhole() {
		var longest = new PersonName("𠮷".repeat(60));
		assertThat(longest.value()).hasSize(120);
		assertThat(longest).hasToString("𠮷*");
	}

	@ParameterizedTest
	@CsvSource({ "'=cmd|calc', kernel.name.character", "王3, kernel.name.character", "'　', kernel.name.missing",
			"王\ue863, kernel.name.private", "·, kernel.name.character" })
	void refusesWhatIsNoName(String written, String key) {
		assertThatThrownBy(() -> new PersonName(written)).hasMessage(key);
	}

	@ParameterizedTest
	@CsvSource({ "单小明, shanxiaoming, sxm", "曾国强, zengguoqiang, zgq", "查明, zhaming, zm", "吕布, lvbu, lb",
			"欧阳明月, ouyangmingyue, oymy", "阿依古丽·买买提, ayigulimaimaiti, ayglmmt", "王䶮, wangyan, wy", "张龑, zhangyan, zy",
			"Anna Maria, annamaria, am", "单于飞, chanyufei, cyf", "缪小雨, miaoxiaoyu, mxy", "𠮷田雨, jitianyu, jty" })
	void isFoundByPinyin(String name, String full, String initials) {
		assertThat(Pinyin.keys(new PersonName(name))).isEqualTo(new Pinyin.Keys(full, initials));
	}

	@Test
	void listsAreSortedByFamilyNameSyllableBySyllable() {
		var names = Stream
			.of("萧敏", "夏雨婷", "夏雨", "方圆", "范小明", "林可", "黎明", "夏侯明", "夏一", "沈明", "陈明", "欧阳明月", "欧明", "单小明", "尚一",
					"Anna Maria", "范成", "林安")
			.sorted(Comparator.comparing(NameOrder::key))
			.toList();
		assertThat(names).containsExactly("Anna Maria", "陈明", "范成", "范小明", "方圆", "黎明", "林安", "林可", "欧明", "欧阳明月", "单小明",
				"尚一", "沈明", "夏一", "夏雨", "夏雨婷", "夏侯明", "萧敏");
	}

	@ParameterizedTest
	@ValueSource(strings = { "令狐小雨", "王令狐", "万俟一", "李万俟", "澹台明", "长孙无", "孙长", "公孙曾", "曾曾", "小查", "查", "李单", "任重", "重任",
			"乐乐", "华长华", "朴小朴", "单于单", "欧阳区", "吕吕", "尉迟解", "盖盖" })
	void isReadCharacterByCharacterAsItIsReadWhole(String name) {
		assertThat(Pinyin.syllables(name)).isEqualTo(Pinyin.whole(name));
	}

	@Test
	void aCharacterWithoutReadingStaysItself() {
		assertThat(Pinyin.keys("𬴊田雨").full()).endsWith("tianyu");
	}

}
