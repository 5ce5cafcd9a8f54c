package org.nuanyang.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.nuanyang.programme.Tier;

/** The rows of a filing, and what can be said of them together. */
public record FiledList(List<FilingRow> rows) {

	public FiledList {
		rows = List.copyOf(rows);
	}

	/** SHA-256 over every value of every row; any change shows. */
	public String sha256() {
		var text = this.rows.stream().map(FilingRow::canonical).collect(Collectors.joining("\n"));
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The rows that the centre did not give back. */
	public FiledList standing() {
		return new FiledList(this.rows.stream().filter((row) -> row.returned() == null).toList());
	}

	public int people() {
		return this.rows.size();
	}

	public long people(Tier tier) {
		return this.rows.stream().filter((row) -> row.tier() == tier).count();
	}

}
