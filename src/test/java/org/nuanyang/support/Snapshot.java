package org.nuanyang.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.postgresql.PGConnection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The rows of a whole database, to be put into one with the same schema. */
public final class Snapshot {

	private static final String COLUMNS = """
			select c.table_name || ' (' || string_agg('"' || c.column_name || '"', ', ' order by c.ordinal_position) || ')'
			from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
			where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
				and c.table_name <> 'flyway_schema_history'
			group by c.table_name order by c.table_name""";

	private Snapshot() {
	}

	/** Takes them with a connection that row-level security does not hold back. */
	public static void write(Connection superuser, OutputStream target) throws IOException, SQLException {
		var jdbc = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
		var copy = superuser.unwrap(PGConnection.class).getCopyAPI();
		try (var out = new DataOutputStream(new GZIPOutputStream(target))) {
			var sequences = jdbc.sql(
					"select sequencename || ' ' || coalesce(last_value, 1) from pg_sequences where schemaname = 'public'")
				.query(String.class)
				.list();
			out.writeInt(sequences.size());
			for (var sequence : sequences) {
				out.writeUTF(sequence);
			}
			for (var table : jdbc.sql(COLUMNS).query(String.class).list()) {
				var rows = new ByteArrayOutputStream();
				copy.copyOut("copy " + table + " to stdout", rows);
				out.writeUTF(table);
				out.writeInt(rows.size());
				rows.writeTo(out);
			}
			out.writeUTF("");
		}
	}

	/** Replaces all rows; keys, checks and triggers have let them pass before. */
	public static void read(Connection superuser, InputStream source) throws IOException, SQLException {
		var jdbc = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
		var copy = superuser.unwrap(PGConnection.class).getCopyAPI();
		jdbc.sql("set session_replication_role = replica").update();
		List<String> tables = jdbc.sql(COLUMNS).query(String.class).list();
		for (var table : tables) {
			jdbc.sql("delete from " + table.substring(0, table.indexOf(' '))).update();
		}
		try (var in = new DataInputStream(new GZIPInputStream(source))) {
			for (var left = in.readInt(); left > 0; left--) {
				var sequence = in.readUTF().split(" ");
				jdbc.sql("select setval(?, ?)").params(sequence[0], Long.valueOf(sequence[1])).query((row) -> {
				});
			}
			for (var table = in.readUTF(); !table.isEmpty(); table = in.readUTF()) {
				copy.copyIn("copy " + table + " from stdin", new ByteArrayInputStream(in.readNBytes(in.readInt())));
			}
		}
	}

}
