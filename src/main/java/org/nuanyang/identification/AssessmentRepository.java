package org.nuanyang.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Assessments: added, never changed. */
@Repository
class AssessmentRepository {

	private static final TypeReference<List<AssessedGroup>> GROUPS = new TypeReference<>() {
	};

	private static final String VIEW = """
			select a.*, u.name as assessor, r.name as rules_name, r.name_en as rules_name_en, r.version, r.body,
				c.name as category, c.name_en as category_en, c.sensitivity
			from assessment a
			join rule_set r on r.id = a.rule_set_id
			join app_user u on u.id = a.assessed_by
			left join hardship_category c on c.code = a.direct_category
			""";

	private static final String GROUNDS = """
			select a.id, concat_ws('|', a.direct_category, a.veto ->> 'zh', (
				select string_agg(distinct v ->> 'fact' || '=' || (v ->> 'value'), ';')
				from jsonb_array_elements(a.groups) g, jsonb_array_elements(g -> 'indicators') i,
					jsonb_array_elements(i -> 'values') v)) as grounds
			from assessment a where a.id in (:ids)""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AssessmentRepository(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	long insert(PupilView pupil, ActiveRuleSet rules, Evaluator.Result result, long by, Instant at) {
		var veto = result.veto();
		var tier = result.suggested();
		return this.jdbc.sql("""
				insert into assessment (school_id, enrolment_id, school_year, rule_set_id, total, direct_category, veto,
					suggested, groups, assessed_by, assessed_at)
				values (:school, :enrolment, :year, :rules, :total, :direct, :veto::jsonb, :suggested, :groups::jsonb,
					:by, :at)
				returning id
				""")
			.param("school", pupil.schoolId())
			.param("enrolment", pupil.id())
			.param("year", rules.year().firstYear())
			.param("rules", rules.id())
			.param("total", result.total(), Types.NUMERIC)
			.param("direct", result.directCategory(), Types.VARCHAR)
			.param("veto", (veto == null) ? null : this.json.writeValueAsString(veto.label()), Types.VARCHAR)
			.param("suggested", (tier == null) ? null : tier.name(), Types.VARCHAR)
			.param("groups", this.json.writeValueAsString(result.groups()))
			.param("by", by)
			.param("at", Timestamp.from(at))
			.query(Long.class)
			.single();
	}

	Optional<AssessmentView> find(long id) {
		return this.jdbc.sql(VIEW + "where a.id = ?").param(id).query(this::view).optional();
	}

	List<AssessmentView> ofPupil(PupilView pupil, SchoolYear year) {
		return this.jdbc
			.sql(VIEW + "where a.school_id = ? and a.enrolment_id = ? and a.school_year = ? order by a.id desc")
			.params(pupil.schoolId(), pupil.id(), year.firstYear())
			.query(this::view)
			.list();
	}

	/** Those of them that there are, by id. */
	Map<Long, AssessmentView> all(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: this.jdbc.sql(VIEW + "where a.id in (:ids)")
					.param("ids", ids)
					.query(this::view)
					.list()
					.stream()
					.collect(Collectors.toMap(AssessmentView::id, Function.identity()));
	}

	/** What each rested on, as one text: two that rested on the same have the same. */
	Map<Long, String> grounds(Collection<Long> ids) {
		var grounds = new HashMap<Long, String>();
		if (!ids.isEmpty()) {
			this.jdbc.sql(GROUNDS).param("ids", ids).query((row) -> {
				grounds.put(row.getLong("id"), row.getString("grounds"));
			});
		}
		return grounds;
	}

	private AssessmentView view(ResultSet row, int number) throws SQLException {
		var rules = RuleSetReader.read(row.getString("body"));
		var veto = row.getString("veto");
		return new AssessmentView(row.getLong("id"), row.getLong("enrolment_id"),
				new SchoolYear(row.getInt("school_year")), row.getLong("rule_set_id"),
				new Label(row.getString("rules_name"), row.getString("rules_name_en")), row.getInt("version"),
				row.getTimestamp("assessed_at").toInstant(), row.getString("assessor"), row.getBigDecimal("total"),
				rules.fullMarks(), category(row), sensitivity(row),
				(veto == null) ? null : this.json.readValue(veto, Label.class), tier(row),
				this.json.readValue(row.getString("groups"), GROUPS), rules.thresholds());
	}

	private static @Nullable Label category(ResultSet row) throws SQLException {
		var code = row.getString("direct_category");
		return (code == null) ? null : new Label(row.getString("category"), row.getString("category_en"));
	}

	private static @Nullable Sensitivity sensitivity(ResultSet row) throws SQLException {
		var code = row.getString("sensitivity");
		return (code == null) ? null : Sensitivity.valueOf(code);
	}

	private static @Nullable Tier tier(ResultSet row) throws SQLException {
		var tier = row.getString("suggested");
		return (tier == null) ? null : Tier.valueOf(tier);
	}

}
