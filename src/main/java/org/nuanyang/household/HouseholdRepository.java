package org.nuanyang.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.student.PupilView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Declared households with their members. */
@Repository
class HouseholdRepository {

	private static final TypeReference<Map<FactCode, String>> SITUATION = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	HouseholdRepository(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<DeclaredHousehold> find(PupilView pupil, SchoolYear year) {
		return this.jdbc.sql("""
				select h.*, u.name as declared_by_name from household h join app_user u on u.id = h.declared_by
				where h.school_id = ? and h.enrolment_id = ? and h.school_year = ?
				""").params(pupil.schoolId(), pupil.id(), year.firstYear()).query(this::household).optional();
	}

	long insert(PupilView pupil, SchoolYear year, HouseholdDeclaration declaration, long by, Instant at) {
		var id = this.jdbc.sql("select nextval('id_seq')").query(Long.class).single();
		write("""
				insert into household (situation, residence, disaster, accident, weak_labour, unemployment, debt, other,
					aid_received, native_place, postcode, same_sections, declared_by, declared_at, id, school_id, enrolment_id, school_year)
				values (:situation::jsonb, :residence, :disaster, :accident, :weakLabour, :unemployment, :debt, :other,
					:aidReceived, :nativePlace, :postcode, string_to_array(:same, ','), :by, :at, :id, :school, :enrolment, :year)
				""",
				declaration, by, at)
			.param("id", id)
			.param("school", pupil.schoolId())
			.param("enrolment", pupil.id())
			.param("year", year.firstYear())
			.update();
		insertMembers(pupil.schoolId(), id, declaration.members());
		return id;
	}

	/** False when somebody else has declared in between. */
	boolean update(DeclaredHousehold before, PupilView pupil, HouseholdDeclaration declaration, long by, Instant at) {
		var updated = write("""
				update household set situation = :situation::jsonb, residence = :residence, disaster = :disaster,
					accident = :accident, weak_labour = :weakLabour, unemployment = :unemployment, debt = :debt,
					other = :other, aid_received = :aidReceived, native_place = :nativePlace, postcode = :postcode,
					same_sections = string_to_array(:same, ','),
					declared_by = :by, declared_at = :at,
					version = version + 1
				where id = :id and version = :version
				""", declaration, by, at).param("id", before.id()).param("version", before.version()).update();
		if (updated == 0) {
			return false;
		}
		this.jdbc.sql("delete from household_member where household_id = ?").param(before.id()).update();
		insertMembers(pupil.schoolId(), before.id(), declaration.members());
		return true;
	}

	private JdbcClient.StatementSpec write(String sql, HouseholdDeclaration declaration, long by, Instant at) {
		var circumstances = declaration.circumstances();
		return this.jdbc.sql(sql)
			.param("situation", this.json.writeValueAsString(declaration.situation()))
			.param("residence", declaration.residence().name())
			.param("disaster", circumstances.disaster())
			.param("accident", circumstances.accident())
			.param("weakLabour", circumstances.weakLabour())
			.param("unemployment", circumstances.unemployment())
			.param("debt", circumstances.debt())
			.param("other", circumstances.other())
			.param("aidReceived", circumstances.aidReceived())
			.param("nativePlace", declaration.origin().nativePlace())
			.param("postcode", declaration.origin().postcode())
			.param("same", declaration.same().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
			.param("by", by)
			.param("at", Timestamp.from(at));
	}

	private void insertMembers(long schoolId, long householdId, List<Member> members) {
		for (var i = 0; i < members.size(); i++) {
			var member = members.get(i);
			this.jdbc
				.sql("""
						insert into household_member (school_id, household_id, position, name, relation, age, work_unit,
							occupation, yearly_income, health)
						values (:school, :household, :position, :name, :relation, :age, :workUnit, :occupation, :income, :health)
						""")
				.param("school", schoolId)
				.param("household", householdId)
				.param("position", i)
				.param("name", member.name())
				.param("relation", member.relation().name())
				.param("age", member.age(), Types.INTEGER)
				.param("workUnit", member.workUnit())
				.param("occupation", member.occupation())
				.param("income", member.yearlyIncome().amount())
				.param("health", member.health().name())
				.update();
		}
	}

	private DeclaredHousehold household(ResultSet row, int number) throws SQLException {
		var id = row.getLong("id");
		var members = members(id);
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		facts.putAll(this.json.readValue(row.getString("situation"), SITUATION));
		facts.putAll(Member.facts(members));
		return new DeclaredHousehold(id, row.getLong("enrolment_id"), new SchoolYear(row.getInt("school_year")),
				Residence.valueOf(row.getString("residence")), members, facts, circumstances(row),
				new Origin(row.getString("native_place"), row.getString("postcode")), same(row),
				row.getString("declared_by_name"), row.getTimestamp("declared_at").toInstant(), row.getInt("version"));
	}

	private static Set<FormSection> same(ResultSet row) throws SQLException {
		return Arrays.stream((String[]) row.getArray("same_sections").getArray())
			.map(FormSection::valueOf)
			.collect(Collectors.toSet());
	}

	private static Circumstances circumstances(ResultSet row) throws SQLException {
		return new Circumstances(row.getString("disaster"), row.getString("accident"), row.getString("weak_labour"),
				row.getString("unemployment"), row.getString("debt"), row.getString("other"),
				row.getString("aid_received"));
	}

	private List<Member> members(long householdId) {
		return this.jdbc.sql("select * from household_member where household_id = ? order by position")
			.param(householdId)
			.query((row, n) -> new Member(row.getString("name"), Relation.valueOf(row.getString("relation")),
					row.getObject("age", Integer.class), row.getString("work_unit"), row.getString("occupation"),
					Yuan.of(row.getBigDecimal("yearly_income")), MemberHealth.valueOf(row.getString("health"))))
			.list();
	}

}
