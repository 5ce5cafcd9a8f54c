package org.nuanyang.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices of fund use with their frozen figures, and the figures as they are now. */
@Repository
class UsageRepository {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final JdbcClient jdbc;

	UsageRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Money that came back is less used; a receipt taken back is less received. */
	List<UsageLine> figures(long schoolId, LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("""
					with line as (
						select f.source, g.name as programme, e.entry_date, e.kind, p.account, p.side,
							case p.side when 'DEBIT' then p.amount else -p.amount end as amount
						from posting p join journal_entry e on e.id = p.entry_id join fund f on f.id = e.fund_id
							join programme g on g.id = f.programme_id
						where p.school_id = :school and e.entry_date <= :to)
					select source, programme,
						coalesce(sum(amount) filter (where account = 'BANK' and entry_date < :from), 0) as opening,
						coalesce(sum(amount) filter (where account = 'BANK' and side = 'DEBIT' and entry_date >= :from), 0)
							as received,
						coalesce(-sum(amount) filter (where account = 'PAYABLE' and kind in ('PROMISE', 'RELEASE')
							and entry_date >= :from), 0) as allocated,
						coalesce(-sum(amount) filter (where account = 'BANK' and side = 'CREDIT' and entry_date >= :from), 0)
							as used,
						coalesce(sum(amount) filter (where account = 'BANK'), 0) as closing
					from line group by source, programme order by source, programme collate "zh-x-icu"
					""")
			.param("school", schoolId)
			.param("from", from)
			.param("to", to)
			.query(UsageRepository::line)
			.list();
	}

	private static UsageLine line(ResultSet row, int n) throws SQLException {
		return new UsageLine(FundSource.valueOf(row.getString("source")), row.getString("programme"),
				yuan(row, "opening"), yuan(row, "received"), yuan(row, "allocated"), yuan(row, "used"),
				yuan(row, "closing"));
	}

	private static Yuan yuan(ResultSet row, String column) throws SQLException {
		return Yuan.of(row.getBigDecimal(column));
	}

	/** Empty where a notice of the period is being drafted or stands already. */
	Optional<Long> draft(Actor actor, long schoolId, String schoolName, UsagePeriod period, LocalDate closesOn,
			OffsetDateTime at) {
		var term = period.term();
		return this.jdbc.sql("""
				insert into usage_notice (id, school_id, school_name, school_year, term, from_day, to_day, status,
					drafted_by, drafted_by_name, drafted_at)
				values (nextval('id_seq'), :school, :name, :year, :term, :from, :to, 'DRAFT', :by, :byName, :at)
				on conflict do nothing returning id
				""")
			.param("school", schoolId)
			.param("name", schoolName)
			.param("year", period.year().firstYear())
			.param("term", (term != null) ? term.name() : null, java.sql.Types.VARCHAR)
			.param("from", period.from())
			.param("to", closesOn)
			.param("by", actor.userId())
			.param("byName", actor.name())
			.param("at", at)
			.query((row, n) -> row.getLong(1))
			.optional();
	}

	void replace(long id, long schoolId, List<UsageLine> lines) {
		this.jdbc.sql("delete from usage_line where notice_id = ?").param(id).update();
		for (var at = 0; at < lines.size(); at++) {
			var line = lines.get(at);
			this.jdbc.sql("""
					insert into usage_line (notice_id, school_id, position, source, programme, opening, received,
						allocated, used, closing) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					""")
				.params(id, schoolId, at + 1, line.source().name(), line.programme(), line.opening().amount(),
						line.received().amount(), line.allocated().amount(), line.used().amount(),
						line.closing().amount())
				.update();
		}
	}

	void closesOn(long id, LocalDate day) {
		this.jdbc.sql("update usage_notice set to_day = ? where id = ?").params(day, id).update();
	}

	void publish(UsageNotice notice, Actor actor, OffsetDateTime at) {
		this.jdbc
			.sql("""
					update usage_notice set status = 'PUBLISHED', approved_by = :by, approved_by_name = :name, published_at = :at,
						published_text = :text, text_sha256 = encode(sha256(convert_to(:text::text, 'UTF8')), 'hex')
					where id = :id
					""")
			.param("by", actor.userId())
			.param("name", actor.name())
			.param("at", at)
			.param("text", notice.text())
			.param("id", notice.id())
			.update();
	}

	void withdraw(long id, Actor actor, String reason, OffsetDateTime at) {
		this.jdbc.sql("""
				update usage_notice set status = 'WITHDRAWN', withdrawn_by_name = ?, withdrawn_at = ?, reason = ?
				where id = ?
				""").params(actor.name(), at, reason, id).update();
	}

	/** Takes the notice: nobody else moves it until the transaction ends. */
	Optional<UsageNotice> take(long id) {
		return this.jdbc.sql("select * from usage_notice where id = ? for update")
			.param(id)
			.query((row, n) -> notice(row))
			.optional();
	}

	Optional<UsageNotice> find(long id) {
		return this.jdbc.sql("select * from usage_notice where id = ?")
			.param(id)
			.query((row, n) -> notice(row))
			.optional();
	}

	List<UsageNotice> all() {
		return this.jdbc.sql("select * from usage_notice order by school_year desc, drafted_at desc, id desc")
			.query((row, n) -> notice(row))
			.list();
	}

	private UsageNotice notice(ResultSet row) throws SQLException {
		var term = row.getString("term");
		return new UsageNotice(row.getLong("id"), row.getLong("school_id"), row.getString("school_name"),
				new UsagePeriod(new SchoolYear(row.getInt("school_year")), (term != null) ? Term.valueOf(term) : null),
				row.getObject("to_day", LocalDate.class), UsageStatus.valueOf(row.getString("status")),
				row.getLong("drafted_by"), row.getString("drafted_by_name"),
				time(row.getObject("drafted_at", OffsetDateTime.class)), row.getString("approved_by_name"),
				maybe(row.getObject("published_at", OffsetDateTime.class)), row.getString("text_sha256"),
				row.getString("withdrawn_by_name"), maybe(row.getObject("withdrawn_at", OffsetDateTime.class)),
				row.getString("reason"), lines(row.getLong("id")));
	}

	private List<UsageLine> lines(long id) {
		return this.jdbc.sql("select * from usage_line where notice_id = ? order by position")
			.param(id)
			.query(UsageRepository::line)
			.list();
	}

	private static @Nullable ZonedDateTime maybe(@Nullable OffsetDateTime at) {
		return (at != null) ? time(at) : null;
	}

	private static ZonedDateTime time(OffsetDateTime at) {
		return at.atZoneSameInstant(ZONE);
	}

}
