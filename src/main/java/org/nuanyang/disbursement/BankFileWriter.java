package org.nuanyang.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

/**
 * Writes the rows of a batch in a bank's format, in as many parts as the bank's limit
 * asks for.
 */
final class BankFileWriter {

	private final BankFormat format;

	private final String batchNumber;

	private final String reference;

	private final String remark;

	private final LocalDate today;

	/**
	 * @param reference names the batch to the bank, which knows many schools
	 */
	BankFileWriter(BankFormat format, String batchNumber, String reference, String remark, LocalDate today) {
		this.format = format;
		this.batchNumber = batchNumber;
		this.reference = reference;
		this.remark = remark;
		this.today = today;
	}

	/** Characters of holder and bank names that the file cannot carry, by row. */
	List<Unwritable> unwritable(List<PaymentRow> rows) {
		return rows.stream()
			.map((row) -> new Unwritable(row.id(), row.enrolmentId(), row.name(), row.holder(),
					unwritable(PersonName.dotted(row.holder() + row.bankName()))))
			.filter((row) -> !row.characters().isEmpty())
			.toList();
	}

	private String unwritable(String text) {
		var encoder = this.format.charset().newEncoder();
		return text.codePoints()
			.mapToObj(Character::toString)
			.filter((character) -> !encoder.canEncode(character) || isSeparator(character))
			.distinct()
			.collect(Collectors.joining(" "));
	}

	private boolean isSeparator(String character) {
		return Character.isISOControl(character.codePointAt(0))
				|| (!this.format.separator().isEmpty() && character.equals(this.format.separator()));
	}

	/**
	 * Values wider than their column: a bank would cut them or read the next one wrong.
	 */
	List<Unwritable> tooWide(List<PaymentRow> rows, Map<Long, String> accounts) {
		return rows.stream()
			.map((row) -> new Unwritable(row.id(), row.enrolmentId(), row.name(), row.holder(),
					this.format.columns()
						.stream()
						.filter((column) -> column.bytes() > 0)
						.map((column) -> cell(column, row, accounts))
						.filter((value) -> value.wide())
						.map(Value::text)
						.collect(Collectors.joining(" "))))
			.filter((row) -> !row.characters().isEmpty())
			.toList();
	}

	List<BankFile> write(List<PaymentRow> rows, Map<Long, String> accounts) {
		var files = new ArrayList<BankFile>();
		var parts = (rows.size() + this.format.rowLimit() - 1) / this.format.rowLimit();
		for (var from = 0; from < rows.size(); from += this.format.rowLimit()) {
			var part = rows.subList(from, Math.min(rows.size(), from + this.format.rowLimit()));
			var total = part.stream().map(PaymentRow::amount).reduce(Yuan.ZERO, Yuan::plus);
			var number = files.size() + 1;
			var content = (this.format.kind() == BankFormat.Kind.TEXT) ? text(part, accounts, total, number)
					: workbook(part, accounts);
			files.add(new BankFile(number, this.format.fileName(this.reference, number, parts, part.size(), this.today),
					content, part.size(), total));
		}
		return files;
	}

	private byte[] text(List<PaymentRow> rows, Map<Long, String> accounts, Yuan total, int part) {
		var lines = new ArrayList<String>();
		if (!this.format.header().isEmpty()) {
			lines.add(line(this.format.header(), (column) -> head(column, rows.size(), total, part)));
		}
		if (this.format.hasTitles()) {
			lines.add(line(this.format.columns(), BankFormat.Column::title));
		}
		rows.forEach((row) -> lines.add(line(this.format.columns(), (column) -> cell(column, row, accounts).text())));
		var trailer = Objects.requireNonNull(this.format.trailer());
		if (!trailer.isEmpty()) {
			lines.add(line(trailer, (column) -> head(column, rows.size(), total, part)));
		}
		var end = Objects.requireNonNull(this.format.lineEnd());
		return (String.join(end, lines) + end).getBytes(this.format.charset());
	}

	private String line(List<BankFormat.Column> columns, Function<BankFormat.Column, String> value) {
		return columns.stream()
			.map((column) -> column.padded(value.apply(column), this.format.charset()))
			.collect(Collectors.joining(this.format.separator()));
	}

	/** Text but for amounts: a number cell would lose digits of an account. */
	private byte[] workbook(List<PaymentRow> rows, Map<Long, String> accounts) {
		var columns = this.format.columns();
		var table = new ArrayList<List<@Nullable Object>>();
		for (var row : rows) {
			table.add(new ArrayList<>(columns.stream().map((column) -> value(column, row, accounts)).toList()));
		}
		return TableWriter.xlsx(new Table(this.batchNumber,
				columns.stream().map((column) -> new Table.Column(column.title(), 20)).toList(), table));
	}

	private Object value(BankFormat.Column column, PaymentRow row, Map<Long, String> accounts) {
		if (!column.isNumber()) {
			return cell(column, row, accounts).text();
		}
		return (this.format.unit() == BankFormat.Unit.FEN) ? row.amount().cents() : row.amount();
	}

	private String head(BankFormat.Column column, int count, Yuan total, int part) {
		return switch (column.field()) {
			case COUNT -> String.valueOf(count);
			case TOTAL -> amount(total);
			case PART -> String.valueOf(part);
			default -> anywhere(column);
		};
	}

	private Value cell(BankFormat.Column column, PaymentRow row, Map<Long, String> accounts) {
		var text = switch (column.field()) {
			case ROW_KEY -> row.rowKey();
			case ROW_NO -> String.valueOf(row.rowNo());
			case ACCOUNT -> Objects.requireNonNull(accounts.get(row.id()));
			case HOLDER -> PersonName.dotted(row.holder());
			case BANK -> PersonName.dotted(row.bankName());
			case AMOUNT -> amount(row.amount());
			default -> anywhere(column);
		};
		return new Value(text, column.bytes() > 0 && text.getBytes(this.format.charset()).length > column.bytes());
	}

	private String anywhere(BankFormat.Column column) {
		return switch (column.field()) {
			// A column of a fixed width that is too narrow for it gets the number alone.
			case BATCH ->
				(column.bytes() == 0 || this.reference.length() <= column.bytes()) ? this.reference : this.batchNumber;
			case REMARK -> this.remark;
			case FIXED -> column.title();
			case TODAY -> DateTimeFormatter.ofPattern(column.title()).format(this.today);
			default -> throw new IllegalStateException("no such field here: " + column.field());
		};
	}

	private record Value(String text, boolean wide) {

	}

	private String amount(Yuan amount) {
		return (this.format.unit() == BankFormat.Unit.FEN)
				? amount.amount().multiply(BigDecimal.valueOf(100)).toBigIntegerExact().toString()
				: amount.amount().toPlainString();
	}

	/** A row whose names the file cannot carry. */
	record Unwritable(long rowId, long enrolmentId, String name, String holder, String characters) {

	}

}
