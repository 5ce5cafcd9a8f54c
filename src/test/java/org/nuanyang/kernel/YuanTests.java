package org.nuanyang.kernel;

import java.math.BigDecimal;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class YuanTests {

	@ParameterizedTest
	@CsvSource({ "0, 零元整", "1500, 壹仟伍佰元整", "312.50, 叁佰壹拾贰元伍角整", "1005.05, 壹仟零伍元零伍分", "0.06, 陆分", "0.60, 陆角整",
			"10000, 壹万元整", "100010, 壹拾万零壹拾元整", "1200003.40, 壹佰贰拾万零叁元肆角整", "100000000, 壹亿元整", "100000001, 壹亿零壹元整",
			"1050000.00, 壹佰零伍万元整", "10500300, 壹仟零伍拾万零叁佰元整", "-20, 负贰拾元整", "107000.53, 壹拾万柒仟元伍角叁分" })
	void writesAmountsAsVouchersDo(String amount, String words) {
		assertThat(Yuan.of(new BigDecimal(amount)).inWords()).isEqualTo(words);
	}

	@Test
	void halvesAreExactOrRefused() {
		var random = new Random(1500);
		for (var round = 0; round < 500; round++) {
			var amount = Yuan.ofCents(random.nextInt(1_000_000) * 2L);
			assertThat(amount.half().plus(amount.half())).isEqualTo(amount);
			var odd = amount.plus(Yuan.ofCents(1));
			assertThatThrownBy(odd::half).isInstanceOf(RuleViolation.class).hasMessage("kernel.yuan.half");
		}
	}

	@Test
	void neverRoundsAFractionOfACentAway() {
		assertThatThrownBy(() -> Yuan.of("0.001")).hasMessage("kernel.yuan.fraction");
		assertThat(Yuan.of("1.500")).isEqualTo(Yuan.of("1.5")).isEqualTo(Yuan.of(new BigDecimal("1.50")));
	}

	@Test
	void readsAndWritesGrouping() {
		assertThat(Yuan.of(" ¥１,500.00元")).hasToString("1,500.00");
		assertThatThrownBy(() -> Yuan.of("一千")).hasMessage("kernel.yuan.invalid");
		assertThatThrownBy(() -> Yuan.of("1e9")).hasMessage("kernel.yuan.invalid");
		assertThatThrownBy(() -> Yuan.of("99999999999999")).hasMessage("kernel.yuan.large");
		assertThat(Yuan.of("99,999,999.99").cents()).isEqualTo(9_999_999_999L);
	}

}
