package org.nuanyang.disbursement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * The bank formats in the database. A faulty one is left out and the others go on.
 */
@Repository
class BankFormats {

	private static final Logger log = LoggerFactory.getLogger(BankFormats.class);

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	/** What the log has been told, which pages find again at each reading. */
	private final Set<String> told = ConcurrentHashMap.newKeySet();

	BankFormats(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<BankFormatView> all() {
		return stored().stream().filter((one) -> one.fault() == null).map(Stored::view).toList();
	}

	/** Those that nobody can use. */
	List<FaultyFormat> faulty() {
		return stored().stream()
			.flatMap((one) -> Optional.ofNullable(one.fault())
				.map((fault) -> new FaultyFormat(one.view(), fault))
				.stream())
			.toList();
	}

	BankFormat format(String code) {
		var found = stored().stream()
			.filter((one) -> one.view().code().equals(code))
			.findFirst()
			.orElseThrow(() -> new NotFound("bank format " + code));
		if (found.format() == null || found.fault() != null) {
			throw new RuleViolation("disbursement.format.refused", found.view().name());
		}
		return found.format();
	}

	/** The format, unless it is faulty. */
	Optional<BankFormat> usable(String code) {
		return stored().stream()
			.filter((one) -> one.view().code().equals(code) && one.fault() == null)
			.map(Stored::format)
			.findFirst();
	}

	private List<Stored> stored() {
		return this.jdbc.sql("select code, name, name_en, definition::text from bank_format order by code")
			.query((row, n) -> stored(new BankFormatView(row.getString(1), row.getString(2), row.getString(3)),
					row.getString(4)))
			.list();
	}

	private Stored stored(BankFormatView view, String definition) {
		try {
			var format = this.json.readValue(definition, BankFormat.class);
			var fault = (format != null) ? FormatFault.of(format).orElse(null) : FormatFault.UNREADABLE;
			tell(view, definition, fault, "");
			return new Stored(view, format, fault);
		}
		catch (JacksonException ex) {
			tell(view, definition, FormatFault.UNREADABLE, ex.getOriginalMessage());
			return new Stored(view, null, FormatFault.UNREADABLE);
		}
	}

	private void tell(BankFormatView view, String definition, @Nullable FormatFault fault, String detail) {
		if (fault != null && this.told.add(view.code() + definition.hashCode())) {
			log.warn("Bank format {} is left out: {} {}", view.code(), fault, detail);
		}
	}

	private record Stored(BankFormatView view, @Nullable BankFormat format, @Nullable FormatFault fault) {

	}

}
