package org.nuanyang.database;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where the app's database role would pass row-level security by: a
 * superuser, BYPASSRLS, or the owner of the tables or a member of it; and where it may
 * not read them at all.
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

	/** The migrations granted everything to the role that was the app's at that time. */
	private static final String STRANGER = """
			select count(*) > 0 and count(*) filter (where has_table_privilege(c.oid, 'select')) = 0
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = current_schema() and c.relkind in ('r', 'p')""";

	private final JdbcClient jdbc;

	RoleCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.jdbc.sql(FREE).query((row, number) -> row.getBoolean(1)).single()) {
			throw new StartupRefused(
					"spring.datasource.username 是超级用户、表的所有者或可绕过行级安全，学校之间将不再隔离。请换成不拥有任何表的角色。 · The app's database role would bypass row-level security: use a role that owns nothing, and the owner in spring.flyway.user.");
		}
		if (this.jdbc.sql(STRANGER).query((row, number) -> row.getBoolean(1)).single()) {
			throw new StartupRefused(
					"spring.datasource.username 读不到表：这个数据库是为另一个角色建立的。请换回原来的角色，或由所有者授予权限。 · The app's database role may not read the tables: this database was set up for another role. Use that one, or have the owner grant the rights.");
		}
	}

}
