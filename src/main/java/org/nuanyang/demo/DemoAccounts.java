package org.nuanyang.demo;

import java.util.List;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.PublishedAccounts;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo county's accounts for the sign-in page: those in its tables, so that a
 * database without the demo shows none.
 */
@Component
@ConditionalOnBooleanProperty("nuanyang.demo")
class DemoAccounts implements PublishedAccounts {

	private final JdbcClient jdbc;

	private final DemoCounty county;

	DemoAccounts(JdbcClient jdbc, DemoCounty county) {
		this.jdbc = jdbc;
		this.county = county;
	}

	@Override
	public List<Account> accounts() {
		if (!this.county.isShown()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select u.username, u.name, r.role from app_user u join user_role r on r.user_id = u.id
				where u.username in ('officer', 'teacher', 'reviewer', 'principal', 'finance', 'counsellor', 'district',
					'county', 'auditor', 'admin') and not u.disabled
				order by array_position(array['officer', 'teacher', 'reviewer', 'principal', 'finance', 'counsellor',
					'district', 'county', 'auditor', 'admin'], u.username), r.role""")
			.query((row, number) -> new Account(row.getString("username"), row.getString("name"),
					Role.valueOf(row.getString("role"))))
			.list();
	}

	@Override
	public String password() {
		return DemoStaff.PASSWORD;
	}

}
