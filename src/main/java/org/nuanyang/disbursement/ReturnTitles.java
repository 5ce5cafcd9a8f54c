package org.nuanyang.disbursement;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;

/**
 * Finds the columns of a bank return by their titles: those of the format, and the words
 * that banks use for the same.
 */
final class ReturnTitles {

	private static final Map<BankFormat.Field, List<String>> WORDS = Map.of(BankFormat.Field.BATCH,
			List.of("批次号", "批次", "批号", "批次编号", "代发批次号"), BankFormat.Field.ROW_KEY,
			List.of("行号", "序号", "明细序号", "明细号", "编号", "笔号"), BankFormat.Field.AMOUNT,
			List.of("金额", "交易金额", "发放金额", "付款金额", "实发金额", "入账金额"), BankFormat.Field.CODE,
			List.of("结果码", "返回码", "响应码", "结果代码", "交易结果", "处理结果", "结果", "交易状态", "处理状态", "状态"), BankFormat.Field.MESSAGE,
			List.of("说明", "备注", "结果说明", "返回信息", "失败原因", "原因", "附言"), BankFormat.Field.DATE,
			List.of("日期", "交易日期", "入账日期", "处理日期", "付款日期"));

	private final BankFormat format;

	ReturnTitles(BankFormat format) {
		this.format = format;
	}

	/**
	 * Where each column is, if these cells are a line of titles; null if they are not.
	 */
	@Nullable Map<BankFormat.Field, Integer> places(List<String> cells) {
		var titles = cells.stream().map(this::plain).toList();
		var places = new EnumMap<BankFormat.Field, Integer>(BankFormat.Field.class);
		for (var column : this.format.back().columns()) {
			var at = place(column, titles);
			if (at >= 0) {
				places.put(column.field(), at);
			}
		}
		if (places.size() < 2) {
			return null;
		}
		var missing = this.format.back()
			.columns()
			.stream()
			.filter((column) -> isNeeded(column.field()) && !places.containsKey(column.field()))
			.map(ReturnTitles::name)
			.toList();
		if (!missing.isEmpty()) {
			throw new RuleViolation("disbursement.return.columns", String.join("、", missing));
		}
		return places;
	}

	private static boolean isNeeded(BankFormat.Field field) {
		return field != BankFormat.Field.MESSAGE && field != BankFormat.Field.DATE;
	}

	private int place(BankFormat.Column column, List<String> titles) {
		var own = titles.indexOf(plain(column.title()));
		if (own >= 0 && !column.title().isEmpty()) {
			return own;
		}
		return WORDS.getOrDefault(column.field(), List.of())
			.stream()
			.mapToInt(titles::indexOf)
			.filter((at) -> at >= 0)
			.findFirst()
			.orElse(-1);
	}

	/**
	 * An amount in another unit than the format's keeps it in its title, and is not
	 * taken.
	 */
	private String plain(String title) {
		var unit = (this.format.unit() == BankFormat.Unit.FEN) ? "(分)" : "(元)";
		var plain = Plain.text(title).replace(" ", "").toLowerCase(Locale.ROOT);
		return plain.endsWith(unit) ? plain.substring(0, plain.length() - unit.length()) : plain;
	}

	/** What a person calls the column. */
	static String name(BankFormat.Column column) {
		return column.title().isEmpty() ? WORDS.getOrDefault(column.field(), List.of(column.field().name())).getFirst()
				: column.title();
	}

}
