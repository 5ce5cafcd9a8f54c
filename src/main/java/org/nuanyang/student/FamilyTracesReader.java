package org.nuanyang.student;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the traces of pupils for a comparison inside the program; nobody is shown them.
 */
@Component
public class FamilyTracesReader {

	private final JdbcClient jdbc;

	private final Vault vault;

	FamilyTracesReader(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	public FamilyTraces of(Collection<Long> enrolments) {
		if (enrolments.isEmpty()) {
			return FamilyTraces.NONE;
		}
		var names = new HashSet<String>();
		var phones = new HashSet<String>();
		var addresses = new HashSet<String>();
		this.jdbc.sql("""
				select p.name, e.phone, e.address from enrolment e join person p on p.id = e.person_id
				where e.id in (:pupils)""").param("pupils", enrolments).query((row) -> {
			names.add(row.getString("name"));
			open(phones, PhoneColumn.NAME, row, "phone");
			open(addresses, AddressColumn.NAME, row, "address");
		});
		this.jdbc.sql("select name, phone from guardian where enrolment_id in (:pupils)")
			.param("pupils", enrolments)
			.query((row) -> {
				names.add(row.getString("name"));
				open(phones, GuardianPhoneColumn.NAME, row, "phone");
			});
		return new FamilyTraces(names, phones, addresses);
	}

	private void open(Set<String> into, String sealedAs, ResultSet row, String column) throws SQLException {
		byte @Nullable [] sealed = row.getBytes(column);
		if (sealed != null) {
			into.add(this.vault.open(sealedAs, sealed));
		}
	}

}
