package org.nuanyang.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.nuanyang.kernel.NameOrder;

import org.springframework.stereotype.Component;

/**
 * Gives everybody who has a name the key by which lists sort; no SQL knows how family
 * names are read.
 */
@Component
class V20261122_2100__Database_sort_people_by_family_name extends BaseJavaMigration {

	private static final int CHUNK = 1000;

	@Override
	public void migrate(Context context) throws SQLException {
		for (var table : List.of("person", "app_user")) {
			run(context, "alter table " + table + " add sort_key text collate \"C\"");
			fill(context.getConnection(), table);
			run(context, "alter table " + table + " alter sort_key set not null");
		}
	}

	private static void run(Context context, String sql) throws SQLException {
		try (var statement = context.getConnection().createStatement()) {
			statement.execute(sql);
		}
	}

	private static void fill(Connection connection, String table) throws SQLException {
		try (var names = connection.createStatement();
				var rows = names.executeQuery("select id, name from " + table);
				var update = connection.prepareStatement("update " + table + " set sort_key = ? where id = ?")) {
			var waiting = 0;
			while (rows.next()) {
				update.setString(1, NameOrder.key(rows.getString("name")));
				update.setLong(2, rows.getLong("id"));
				update.addBatch();
				if (++waiting % CHUNK == 0) {
					update.executeBatch();
				}
			}
			update.executeBatch();
		}
	}

}
