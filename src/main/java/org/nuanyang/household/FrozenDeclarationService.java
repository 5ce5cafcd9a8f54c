package org.nuanyang.household;

import org.nuanyang.kernel.Recall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Declarations as they were submitted: written once per submission, whatever the family's
 * household is registered as later.
 */
@Service
@Transactional(readOnly = true)
public class FrozenDeclarationService {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final HouseholdService households;

	private final Clock clock;

	FrozenDeclarationService(JdbcClient jdbc, JsonMapper json, HouseholdService households, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.households = households;
		this.clock = clock;
	}

	/**
	 * Freezes what is declared now.
	 * @return the id to find it by
	 */
	@Transactional
	public long freeze(Actor actor, long enrolmentId, SchoolYear year) {
		var declared = this.households.declared(actor, enrolmentId, year)
			.orElseThrow(() -> new RuleViolation("household.frozen.nothing", year.label()));
		return this.jdbc.sql("""
				insert into frozen_declaration (school_id, enrolment_id, school_year, content, declared_by_name,
					declared_at, household_version, frozen_by, frozen_at)
				select school_id, enrolment_id, school_year, :content::jsonb, :name, :declared, version, :by, :at
				from household where id = :household returning id""")
			.param("content", this.json.writeValueAsString(FrozenContent.of(declared)))
			.param("name", declared.declaredBy())
			.param("declared", Timestamp.from(declared.declaredAt()))
			.param("by", actor.userId())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("household", declared.id())
			.query(Long.class)
			.single();
	}

	/** One of them, to whoever may read the household. */
	public FrozenDeclaration one(Actor actor, long id) {
		var found = Recall.once("declaration", List.of(id),
				() -> this.jdbc.sql("select * from frozen_declaration where id = ?")
					.param(id)
					.query(this::frozen)
					.optional()
					.orElseThrow(() -> new NotFound("declaration " + id)));
		this.households.requireReader(actor, found.household().enrolmentId());
		return found;
	}

	/** The last that was submitted for the year. */
	public Optional<FrozenDeclaration> last(Actor actor, long enrolmentId, SchoolYear year) {
		this.households.requireReader(actor, enrolmentId);
		return this.jdbc.sql("""
				select * from frozen_declaration where enrolment_id = ? and school_year = ?
				order by id desc limit 1""").params(enrolmentId, year.firstYear()).query(this::frozen).optional();
	}

	/**
	 * What is registered now other than it was submitted; nothing where nothing is
	 * registered.
	 */
	public List<Difference> changes(Actor actor, FrozenDeclaration frozen) {
		var submitted = frozen.household();
		return this.households.declared(actor, submitted.enrolmentId(), submitted.year())
			.map((now) -> Difference.between(HouseholdForm.of(submitted, 0), HouseholdForm.of(now, 0)))
			.orElse(List.of());
	}

	private FrozenDeclaration frozen(ResultSet row, int number) throws SQLException {
		var content = this.json.readValue(row.getString("content"), FrozenContent.class);
		return new FrozenDeclaration(row.getLong("id"),
				new DeclaredHousehold(row.getLong("id"), row.getLong("enrolment_id"),
						new SchoolYear(row.getInt("school_year")), content.residence(), content.family(),
						content.facts(), content.circumstances(), content.origin(), content.unchanged(),
						row.getString("declared_by_name"), row.getTimestamp("declared_at").toInstant(),
						row.getInt("household_version")),
				row.getTimestamp("frozen_at").toInstant());
	}

}
