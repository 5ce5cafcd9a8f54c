package org.nuanyang.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rule sets: a draft may go, what has been in force stays for ever. */
@Repository
class RuleSetRepository {

	private static final String HEADS = """
			select r.id, r.name, r.name_en, r.school_year, r.version, r.status, r.created_by, r.created_at,
				r.activated_at, r.retired_at, r.retire_reason, author.name as author, activator.name as activator,
				retirer.name as retirer
			from rule_set r
			left join app_user author on author.id = r.created_by
			left join app_user activator on activator.id = r.activated_by
			left join app_user retirer on retirer.id = r.retired_by
			""";

	private final JdbcClient jdbc;

	RuleSetRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ActiveRuleSet> active(SchoolYear year) {
		return this.jdbc.sql("select * from rule_set where school_year = ? and status = 'ACTIVE'")
			.param(year.firstYear())
			.query((row, n) -> new ActiveRuleSet(row.getLong("id"), row.getString("name"), row.getString("name_en"),
					year, row.getInt("version"), RuleSetReader.read(row.getString("body"))))
			.optional();
	}

	/** All of them, the latest year and version first. */
	List<RuleSetHead> all() {
		return this.jdbc.sql(HEADS + "order by r.school_year desc, r.version desc").query(this::head).list();
	}

	Optional<RuleSetHead> find(long id) {
		return this.jdbc.sql(HEADS + "where r.id = ?").param(id).query(this::head).optional();
	}

	RuleSet rules(long id) {
		return this.jdbc.sql("select body from rule_set where id = ?")
			.param(id)
			.query((row, n) -> RuleSetReader.read(row.getString("body")))
			.single();
	}

	/** Two people who number or activate at once take turns. */
	void takeTurns() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('rule_set'))").query((row) -> {
		});
	}

	long addDraft(SchoolYear year, Label name, String body, long author, Instant now) {
		return this.jdbc.sql("""
				insert into rule_set (name, name_en, school_year, version, status, body, created_by, created_at)
				select :zh, :en, :year, coalesce(max(version), 0) + 1, 'DRAFT', :body::jsonb, :author, :now
				from rule_set where school_year = :year
				returning id""")
			.param("zh", name.zh())
			.param("en", name.en())
			.param("year", year.firstYear())
			.param("body", body)
			.param("author", author)
			.param("now", Timestamp.from(now))
			.query(Long.class)
			.single();
	}

	void change(long id, String body) {
		this.jdbc.sql("update rule_set set body = ?::jsonb where id = ? and status = 'DRAFT'")
			.params(body, id)
			.update();
	}

	void removeDraft(long id) {
		this.jdbc.sql("delete from rule_set where id = ? and status = 'DRAFT'").param(id).update();
	}

	void activate(long id, long by, Instant now) {
		this.jdbc
			.sql("update rule_set set status = 'ACTIVE', activated_by = ?, activated_at = ? "
					+ "where id = ? and status = 'DRAFT'")
			.params(by, Timestamp.from(now), id)
			.update();
	}

	void retire(long id, String reason, long by, Instant now) {
		this.jdbc
			.sql("update rule_set set status = 'RETIRED', retired_by = ?, retired_at = ?, "
					+ "retire_reason = nullif(?, '') where id = ? and status = 'ACTIVE'")
			.params(by, Timestamp.from(now), reason, id)
			.update();
	}

	private RuleSetHead head(ResultSet row, int number) throws SQLException {
		var author = row.getLong("created_by");
		return new RuleSetHead(row.getLong("id"), new Label(row.getString("name"), row.getString("name_en")),
				new SchoolYear(row.getInt("school_year")), row.getInt("version"),
				RuleSetStatus.valueOf(row.getString("status")), (author != 0) ? author : null, row.getString("author"),
				at(row, "created_at"), row.getString("activator"), at(row, "activated_at"), row.getString("retirer"),
				at(row, "retired_at"), row.getString("retire_reason"));
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		var time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
