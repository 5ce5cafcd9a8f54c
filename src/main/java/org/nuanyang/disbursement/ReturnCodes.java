package org.nuanyang.disbursement;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a result in a bank return means: the format's code, also where a spreadsheet has
 * made 0 of 0000, or the plain words for done, not done and under way.
 */
final class ReturnCodes {

	private final Map<String, BankResult> codes;

	private final Map<String, BankResult> unpadded;

	ReturnCodes(Map<String, BankResult> codes) {
		this.codes = codes;
		this.unpadded = codes.entrySet()
			.stream()
			.collect(Collectors.groupingBy((code) -> unpadded(code.getKey())))
			.entrySet()
			.stream()
			.filter((same) -> same.getValue().size() == 1)
			.collect(Collectors.toMap(Map.Entry::getKey, (same) -> same.getValue().getFirst().getValue()));
	}

	@Nullable BankResult of(String code) {
		var exact = this.codes.get(code);
		var found = (exact != null) ? exact : this.unpadded.get(unpadded(code));
		return (found != null) ? found : word(code);
	}

	private static String unpadded(String code) {
		return code.matches("\\d+") ? code.replaceFirst("^0+(?=\\d)", "") : code;
	}

	private static @Nullable BankResult word(String word) {
		return switch (word.replaceFirst("^(交易|处理|付款|发放|入账|代发|已)", "")) {
			case "成功" -> BankResult.PAID;
			case "失败", "不成功", "未成功" -> BankResult.OTHER;
			case "处理中" -> BankResult.PROCESSING;
			default -> null;
		};
	}

}
