package org.nuanyang.database;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where the app's database role would pass row-level security by: a
 * superuser, BYPASSRLS, or the owner of the tables or a member of it.
 */
@Component
@DependsOnDatabaseInitialization
class RoleCheck implements InitializingBean {

	private static final String FREE = """
			select r.rolsuper or r.rolbypassrls or exists (
				select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname = current_schema() and c.relkind in ('r', 'p')
				and pg_has_role(current_user, c.relowner, 'member'))
			from pg_roles r where r.rolname = current_user""";

	private final JdbcClient jdbc;

	RoleCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.jdbc.sql(FREE).query((row, number) -> row.getBoolean(1)).single()) {
			throw new StartupRefused(
					"spring.datasource.username 是超级用户、表的所有者或可绕过行级安全,学校之间将不再隔离。请换成不拥有任何表的角色。 · The app's database role would bypass row-level security: use a role that owns nothing, and the owner in spring.flyway.user.");
		}
	}

}
