package org.nuanyang.disbursement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.nuanyang.kernel.Yuan;

/**
 * Writes the rows of a batch in a bank's format, in as many parts as the bank's limit
 * asks for.
 */
final class BankFileWriter {

	private final BankFormat format;

	private final String batchNumber;

	private final String remark;

	BankFileWriter(BankFormat format, String batchNumber, String remark) {
		this.format = format;
		this.batchNumber = batchNumber;
		this.remark = remark;
	}

	/** Characters of holder and bank names that the file cannot carry, by row. */
	List<Unwritable> unwritable(List<PaymentRow> rows) {
		return rows.stream()
			.map((row) -> new Unwritable(row.id(), row.enrolmentId(), row.name(), row.holder(),
					unwritable(row.holder() + row.bankName())))
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
		return Character.isISOControl(character.codePointAt(0)) || character.equals(this.format.separator());
	}

	List<BankFile> write(List<PaymentRow> rows, Map<Long, String> accounts) {
		var files = new ArrayList<BankFile>();
		for (var from = 0; from < rows.size(); from += this.format.rowLimit()) {
			var part = rows.subList(from, Math.min(rows.size(), from + this.format.rowLimit()));
			var total = part.stream().map(PaymentRow::amount).reduce(Yuan.ZERO, Yuan::plus);
			var content = (this.format.kind() == BankFormat.Kind.TEXT) ? text(part, accounts, total)
					: workbook(part, accounts);
			files.add(new BankFile(files.size() + 1, this.format.fileName(this.batchNumber, files.size() + 1), content,
					part.size(), total));
		}
		return files;
	}

	private byte[] text(List<PaymentRow> rows, Map<Long, String> accounts, Yuan total) {
		var text = new StringBuilder();
		if (!this.format.header().isEmpty()) {
			text.append(this.format.header()
				.stream()
				.map((field) -> head(field, rows.size(), total))
				.collect(Collectors.joining(this.format.separator()))).append("\r\n");
		}
		for (var row : rows) {
			text.append(this.format.columns()
				.stream()
				.map((column) -> cell(column.field(), row, accounts))
				.collect(Collectors.joining(this.format.separator()))).append("\r\n");
		}
		return text.toString().getBytes(this.format.charset());
	}

	private byte[] workbook(List<PaymentRow> rows, Map<Long, String> accounts) {
		var bytes = new ByteArrayOutputStream();
		try (var workbook = new Workbook(bytes, "Nuanyang", "1.0")) {
			var sheet = workbook.newWorksheet(this.batchNumber);
			var columns = this.format.columns();
			for (var at = 0; at < columns.size(); at++) {
				sheet.value(0, at, columns.get(at).title());
				for (var line = 0; line < rows.size(); line++) {
					// Text, amounts too: a number cell would lose digits of an account.
					sheet.value(line + 1, at, cell(columns.get(at).field(), rows.get(line), accounts));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private String head(BankFormat.Field field, int count, Yuan total) {
		return switch (field) {
			case BATCH -> this.batchNumber;
			case COUNT -> String.valueOf(count);
			case TOTAL -> amount(total);
			case REMARK -> this.remark;
			default -> throw new IllegalStateException("no header field: " + field);
		};
	}

	private String cell(BankFormat.Field field, PaymentRow row, Map<Long, String> accounts) {
		return switch (field) {
			case BATCH -> this.batchNumber;
			case ROW_KEY -> row.rowKey();
			case ACCOUNT -> Objects.requireNonNull(accounts.get(row.id()));
			case HOLDER -> row.holder();
			case BANK -> row.bankName();
			case AMOUNT -> amount(row.amount());
			case REMARK -> this.remark;
			default -> throw new IllegalStateException("no row field: " + field);
		};
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
