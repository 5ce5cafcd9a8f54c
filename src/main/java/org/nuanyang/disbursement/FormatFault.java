package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.nuanyang.disbursement.BankFormat.Column;
import org.nuanyang.disbursement.BankFormat.Field;

/**
 * Why a bank format is left out: an operator writes it by hand, and a wrong one must not
 * stop the others.
 */
public enum FormatFault {

	/** 读不出，或缺必填的部分 */
	UNREADABLE(FormatFault::isPartMissing),
	/** 编码不认识 */
	ENCODING((format) -> !isWritable(format.encoding())),
	/** 每个文件的行数或文件名不对 */
	FILE((format) -> format.rowLimit() < 1 || !isFileName(format.fileName())),
	/** 发出的列不全，或用了不能用的 */
	COLUMNS(FormatFault::isSentWrong),
	/** 定长文件有列没有宽度 */
	WIDTHS(FormatFault::isWidthMissing),
	/** 回盘的列或结果码不全 */
	BACK(FormatFault::isBackWrong);

	private static final Set<Field> HEAD = EnumSet.of(Field.BATCH, Field.REMARK, Field.COUNT, Field.TOTAL, Field.PART,
			Field.TODAY, Field.FIXED);

	private static final Set<Field> ROW = EnumSet.of(Field.BATCH, Field.ROW_KEY, Field.ROW_NO, Field.ACCOUNT,
			Field.HOLDER, Field.BANK, Field.AMOUNT, Field.REMARK, Field.TODAY, Field.FIXED);

	private final Predicate<BankFormat> found;

	FormatFault(Predicate<BankFormat> found) {
		this.found = found;
	}

	/** The first fault of a definition. */
	static Optional<FormatFault> of(BankFormat format) {
		return Arrays.stream(values()).filter((fault) -> fault.found.test(format)).findFirst();
	}

	private static boolean isPartMissing(BankFormat format) {
		return Stream
			.of(format.kind(), format.encoding(), format.unit(), format.fileName(), format.columns(), format.back())
			.anyMatch(Objects::isNull) || format.back().columns() == null || format.back().codes() == null
				|| columns(format).anyMatch((column) -> column == null || column.field() == null)
				|| format.back().codes().containsValue(null)
				|| Objects.requireNonNull(format.back().advice())
					.values()
					.stream()
					.anyMatch((advice) -> advice == null || advice.zh() == null || advice.en() == null);
	}

	private static Stream<Column> columns(BankFormat format) {
		return Stream
			.of(format.header(), Objects.requireNonNull(format.trailer()), format.columns(), format.back().columns())
			.flatMap(List::stream);
	}

	private static boolean isWritable(String encoding) {
		try {
			return Charset.isSupported(encoding) && Charset.forName(encoding).canEncode();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isFileName(String name) {
		var at = name.indexOf("{date:");
		var end = (at >= 0) ? name.indexOf('}', at) : -1;
		return !name.isBlank() && (at < 0 || (end >= 0 && isPattern(name.substring(at + 6, end))));
	}

	private static boolean isPattern(String pattern) {
		try {
			DateTimeFormatter.ofPattern(pattern);
			return !pattern.isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isSentWrong(BankFormat format) {
		var fields = fields(format.columns());
		return !fields.containsAll(List.of(Field.ACCOUNT, Field.AMOUNT))
				|| !(fields.contains(Field.ROW_KEY) || fields.contains(Field.ROW_NO)) || !ROW.containsAll(fields)
				|| !HEAD.containsAll(fields(format.header()))
				|| !HEAD.containsAll(fields(Objects.requireNonNull(format.trailer())))
				|| columns(format).anyMatch((column) -> (column.field() == Field.TODAY && !isPattern(column.title()))
						|| Objects.requireNonNull(column.fill()).length() != 1);
	}

	private static List<Field> fields(Collection<Column> columns) {
		return columns.stream().map(Column::field).toList();
	}

	private static boolean isWidthMissing(BankFormat format) {
		if (format.kind() != BankFormat.Kind.TEXT || !format.separator().isEmpty()) {
			return false;
		}
		return format.columns().stream().anyMatch((column) -> column.bytes() < 1 && column.field() != Field.FIXED)
				|| (format.isFixed() && format.back().columns().stream().anyMatch((column) -> column.bytes() < 1));
	}

	private static boolean isBackWrong(BankFormat format) {
		return !fields(format.back().columns())
			.containsAll(List.of(Field.BATCH, Field.ROW_KEY, Field.AMOUNT, Field.CODE))
				|| !format.back().codes().containsValue(BankResult.PAID) || format.back().first() < 0
				|| format.back().last() < 0;
	}

	public String labelKey() {
		return "disbursement.format.fault." + name();
	}

}
