package org.nuanyang.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Resets by two people (privacy S11): an administrator asks, and another administrator,
 * the school's principal or the county aid centre confirms and hands the one-time
 * password over. So no one person can take somebody's account.
 */
@Service
@Transactional
public class PasswordResets {

	private static final String OPEN = """
			select p.id, p.user_id, p.reason, p.asked_by, p.asked_at, u.name, u.username,
				coalesce(s.name, d.name, c.name, '') as place, a.name as asked_by_name
			from password_reset p join app_user u on u.id = p.user_id join app_user a on a.id = p.asked_by
				left join school s on s.id = u.school_id
				left join school_district d on d.id = coalesce(u.district_id, s.district_id)
				left join county c on c.id = coalesce(u.county_id, d.county_id)
			where p.status = 'ASKED' and (:school::bigint is null or s.id = :school)
				and (:district::bigint is null or d.id = :district)
				and (:county::bigint is null or c.id = :county)
			""";

	/** How many wait for :me, whose place they belong to. */
	public static final String WAITING = """
			select count(*) from password_reset p join app_user u on u.id = p.user_id
				left join school s on s.id = u.school_id
				left join school_district d on d.id = coalesce(u.district_id, s.district_id)
				left join county c on c.id = coalesce(u.county_id, d.county_id), app_user me
			where me.id = :me and p.status = 'ASKED' and p.asked_by <> me.id and p.user_id <> me.id
				and (me.school_id is null or s.id = me.school_id) and (me.district_id is null or d.id = me.district_id)
				and (me.county_id is null or c.id = me.county_id)""";

	private static final String CONFIRMERS = """
			with whose as (select u.id, s.id as school, d.id as district, c.id as county from app_user u
				left join school s on s.id = u.school_id
				left join school_district d on d.id = coalesce(u.district_id, s.district_id)
				left join county c on c.id = coalesce(u.county_id, d.county_id) where u.id = :user)
			select count(*) from app_user u join user_role r on r.user_id = u.id, whose w
			where not u.disabled and u.id <> w.id and u.id <> :asker
				and ((r.role = 'PRINCIPAL' and u.school_id = w.school) or (r.role = 'COUNTY' and u.county_id = w.county)
					or (r.role = 'ADMIN' and coalesce(u.school_id = w.school, u.school_id is null)
						and coalesce(u.district_id = w.district, u.district_id is null)
						and coalesce(u.county_id = w.county, u.county_id is null)))
			""";

	private final JdbcClient jdbc;

	private final Places places;

	private final PasswordService passwords;

	private final Audit audit;

	private final Clock clock;

	PasswordResets(JdbcClient jdbc, Places places, PasswordService passwords, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.places = places;
		this.passwords = passwords;
		this.audit = audit;
		this.clock = clock;
	}

	/** What waits for this person's confirmation. */
	@Transactional(readOnly = true)
	public long waiting(Actor actor) {
		return open(actor).stream().filter((reset) -> reset.mayConfirm(actor.userId())).count();
	}

	/** Those of the accounts of the actor's place and below. */
	@Transactional(readOnly = true)
	List<PasswordReset> open(Actor actor) {
		return open(OPEN + "order by p.asked_at, p.id", actor).query((row, i) -> reset(row)).list();
	}

	@Transactional(readOnly = true)
	Optional<PasswordReset> ofAccount(Actor actor, long userId) {
		return open(OPEN + "and p.user_id = :user", actor).param("user", userId)
			.query((row, i) -> reset(row))
			.optional();
	}

	private JdbcClient.StatementSpec open(String sql, Actor actor) {
		var own = this.places.of(actor);
		return this.jdbc.sql(sql)
			.param("school", own.schoolId())
			.param("district", own.districtId())
			.param("county", own.countyId());
	}

	private static PasswordReset reset(ResultSet row) throws SQLException {
		return new PasswordReset(row.getLong("id"), row.getLong("user_id"), row.getString("name"),
				row.getString("username"), row.getString("place"), row.getString("reason"), row.getLong("asked_by"),
				row.getString("asked_by_name"), row.getTimestamp("asked_at").toInstant());
	}

	void ask(Actor actor, Account account, String reason) {
		var id = Objects.requireNonNull(account.id());
		if (reason.isBlank() || reason.length() > 200) {
			throw new RuleViolation("user.reset.reason.missing");
		}
		if (ofAccount(actor, id).isPresent()) {
			throw new RuleViolation("user.reset.open");
		}
		if (this.jdbc.sql(CONFIRMERS)
			.param("user", id)
			.param("asker", actor.userId())
			.query(Long.class)
			.single() == 0) {
			throw new RuleViolation("user.reset.nobody");
		}
		this.jdbc.sql("""
				insert into password_reset (id, user_id, reason, asked_by, asked_at, status)
				values (nextval('id_seq'), ?, ?, ?, ?, 'ASKED')""")
			.params(id, reason.strip(), actor.userId(), now())
			.update();
		this.audit.record(actor, account.schoolId(), "user.password-reset-asked", "user", id, Map.of());
	}

	HandedOver confirm(Actor actor, long id) {
		var reset = one(actor, id);
		if (!reset.mayConfirm(actor.userId())) {
			throw new RuleViolation((reset.userId() == actor.userId()) ? "user.account.own" : "user.reset.own");
		}
		settle(actor, id, "DONE");
		var password = this.passwords.reset(actor, reset.userId());
		return new HandedOver(reset.name(), reset.placeName(), reset.username(), password);
	}

	/** Who asked takes it back, or a second person does not agree. */
	void drop(Actor actor, long id) {
		var reset = one(actor, id);
		settle(actor, id, "DROPPED");
		var school = this.jdbc.sql("select school_id from app_user where id = ?")
			.param(reset.userId())
			.query((row, i) -> Optional.ofNullable(row.getObject(1, Long.class)))
			.single()
			.orElse(null);
		this.audit.record(actor, school, "user.password-reset-dropped", "user", reset.userId(), Map.of());
	}

	private PasswordReset one(Actor actor, long id) {
		return open(OPEN + "and p.id = :id", actor).param("id", id)
			.query((row, i) -> reset(row))
			.optional()
			.orElseThrow(() -> new NotFound("password reset " + id));
	}

	/** Of two who press at once the second one finds it settled. */
	private void settle(Actor actor, long id, String status) {
		var settled = this.jdbc.sql(
				"update password_reset set status = ?, decided_by = ?, decided_at = ? where id = ? and status = 'ASKED'")
			.params(status, actor.userId(), now(), id)
			.update();
		if (settled == 0) {
			throw new RuleViolation("user.reset.settled");
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
