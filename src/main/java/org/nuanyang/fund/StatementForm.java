package org.nuanyang.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;

/** A month-end balance as finance reads it from the bank, with what explains the rest. */
record StatementForm(@NotBlank @Size(max = 20) @Nullable String balance, @Valid @Nullable List<Line> items) {

	static final int LINES = 6;

	static StatementForm of(Statement statement) {
		var lines = new ArrayList<Line>();
		statement.items()
			.forEach((item) -> lines.add(new Line(item.kind(), item.amount().amount().toPlainString(), item.note())));
		while (lines.size() < LINES) {
			lines.add(new Line(null, "", ""));
		}
		var bank = statement.bank();
		return new StatementForm((bank != null) ? bank.amount().toPlainString() : "", lines);
	}

	Yuan amount() {
		return read("balance", Objects.requireNonNull(this.balance));
	}

	List<Statement.Item> read() {
		var read = new ArrayList<Statement.Item>();
		var lines = Objects.requireNonNullElse(this.items, List.<Line>of());
		for (var at = 0; at < lines.size(); at++) {
			var line = lines.get(at);
			if (line.isBlank()) {
				continue;
			}
			var place = "items[" + at + "].";
			if (line.kind() == null) {
				throw RuleViolation.on(place + "kind", "fund.statement.kind.missing");
			}
			if (line.note() == null || line.note().isBlank()) {
				throw RuleViolation.on(place + "note", "fund.statement.note.missing");
			}
			var amount = read(place + "amount", Objects.requireNonNullElse(line.amount(), ""));
			if (!amount.isPositive()) {
				throw RuleViolation.on(place + "amount", "fund.statement.amount");
			}
			read.add(new Statement.Item(line.kind(), amount, line.note().strip()));
		}
		return read;
	}

	private static Yuan read(String field, String text) {
		try {
			return Yuan.of(text);
		}
		catch (RuleViolation violation) {
			throw RuleViolation.on(field, violation.key(), violation.arguments());
		}
	}

	/** One item; a line left empty is none. */
	record Line(Statement.@Nullable Kind kind, @Size(max = 20) @Nullable String amount,
			@Size(max = 100) @Nullable String note) {

		boolean isBlank() {
			return this.kind == null && (this.amount == null || this.amount.isBlank())
					&& (this.note == null || this.note.isBlank());
		}

	}

}
