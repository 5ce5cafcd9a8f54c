package org.nuanyang.disbursement;

import java.util.List;

import org.nuanyang.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** The bank formats in the database. */
@Repository
class BankFormats {

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	BankFormats(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<BankFormatView> all() {
		return this.jdbc.sql("select code, name, name_en from bank_format order by code")
			.query((row, n) -> new BankFormatView(row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

	BankFormat format(String code) {
		return this.jdbc.sql("select definition::text from bank_format where code = ?")
			.param(code)
			.query((row, n) -> this.json.readValue(row.getString(1), BankFormat.class))
			.optional()
			.orElseThrow(() -> new NotFound("bank format " + code));
	}

}
