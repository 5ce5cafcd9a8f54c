package org.nuanyang.org;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The structure of the county: districts, schools, grades and classes. */
@Service
public class OrgService {

	private static final String SCHOOLS = """
			select s.id, s.name, s.code, s.stage, s.boarding, d.id as district_id, d.name as district_name,
				c.id as county_id, c.name as county_name
			from school s join school_district d on d.id = s.district_id join county c on c.id = d.county_id
			""";

	private static final String CLASSES = """
			select k.id, k.school_id, g.number as grade_number, k.number, k.head_teacher_id, u.name as head_teacher_name
			from school_class k join grade g on g.id = k.grade_id left join app_user u on u.id = k.head_teacher_id
			where g.number is not null and\s""";

	private final JdbcClient jdbc;

	private final SchoolRepository schools;

	private final GradeRepository grades;

	private final SchoolClassRepository classes;

	private final Audit audit;

	OrgService(JdbcClient jdbc, SchoolRepository schools, GradeRepository grades, SchoolClassRepository classes,
			Audit audit) {
		this.jdbc = jdbc;
		this.schools = schools;
		this.grades = grades;
		this.classes = classes;
		this.audit = audit;
	}

	@Transactional(readOnly = true)
	public SchoolView school(long id) {
		return this.jdbc.sql(SCHOOLS + "where s.id = ?")
			.param(id)
			.query(OrgService::schoolView)
			.optional()
			.orElseThrow(() -> new NotFound("school " + id));
	}

	@Transactional(readOnly = true)
	public List<SchoolView> schools() {
		return this.jdbc
			.sql(SCHOOLS
					+ "order by c.name collate \"zh-x-icu\", d.name collate \"zh-x-icu\", s.name collate \"zh-x-icu\"")
			.query(OrgService::schoolView)
			.list();
	}

	/** The schools the actor may read, by name. */
	@Transactional(readOnly = true)
	public List<SchoolView> schools(Actor actor) {
		return schools().stream().filter((school) -> actor.scope().read().contains(school.id())).toList();
	}

	/** The classes of a school by grade and number; graduated ones are left out. */
	@Transactional(readOnly = true)
	public List<ClassView> classes(long schoolId) {
		return this.jdbc.sql(CLASSES + "k.school_id = ? order by g.number, k.number")
			.param(schoolId)
			.query(OrgService::classView)
			.list();
	}

	/** The classes of a school that the actor sees: all, or a head teacher's own. */
	@Transactional(readOnly = true)
	public List<ClassView> classes(Actor actor, long schoolId) {
		return classes(schoolId).stream()
			.filter((schoolClass) -> !actor.seesOwnClassesOnly()
					|| Objects.equals(schoolClass.headTeacherId(), actor.userId()))
			.toList();
	}

	@Transactional(readOnly = true)
	public ClassView schoolClass(long id) {
		return this.jdbc.sql(CLASSES + "k.id = ?")
			.param(id)
			.query(OrgService::classView)
			.optional()
			.orElseThrow(() -> new NotFound("class " + id));
	}

	/** Makes those of the classes that are missing, and their grades. */
	@Transactional
	public void ensureClasses(long schoolId, Collection<ClassNumber> wanted, SchoolYear year) {
		var school = school(schoolId);
		var grades = wanted.stream()
			.map(ClassNumber::grade)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (number) -> ensureGrade(school, number, year)));
		this.jdbc.sql("""
				insert into school_class (id, school_id, grade_id, number)
				select nextval('id_seq'), :school, w.grade, w.number
				from unnest(cast(:grades as bigint[]), cast(:numbers as integer[])) w(grade, number)
				on conflict (grade_id, number) do nothing""")
			.param("school", schoolId)
			.param("grades", wanted.stream().map((one) -> grades.get(one.grade())).toArray(Long[]::new))
			.param("numbers", wanted.stream().map(ClassNumber::number).toArray(Integer[]::new))
			.update();
	}

	private long ensureGrade(SchoolView school, int number, SchoolYear year) {
		if (!school.stage().has(number)) {
			throw new RuleViolation("org.grade.outside-stage",
					GradeNames.exists(number) ? GradeNames.grade(number) : "“" + number + "”");
		}
		var entryYear = year.firstYear() - (number - school.stage().firstGrade());
		return Objects.requireNonNull(this.grades.findBySchoolIdAndNumber(school.id(), number)
			.orElseGet(() -> this.grades.saveAndFlush(new Grade(school.id(), entryYear, number)))
			.id());
	}

	/** Finds the class of a grade in the given school year, or makes it and its grade. */
	@Transactional
	public ClassView ensureClass(long schoolId, int gradeNumber, int classNumber, SchoolYear year) {
		var gradeId = ensureGrade(school(schoolId), gradeNumber, year);
		var schoolClass = this.classes.findByGradeIdAndNumber(gradeId, classNumber)
			.orElseGet(() -> this.classes.saveAndFlush(new SchoolClass(schoolId, gradeId, classNumber)));
		return schoolClass(Objects.requireNonNull(schoolClass.id()));
	}

	/** The numbers of the grades that a school year wants one step further up. */
	@Transactional(readOnly = true)
	public Set<Integer> gradesBehind(long schoolId, SchoolYear year) {
		var first = school(schoolId).stage().firstGrade();
		return this.grades.findBySchoolIdAndNumberIsNotNullOrderByNumber(schoolId)
			.stream()
			.filter((grade) -> grade.isBehind(year, first))
			.map(Grade::number)
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Moves every grade that stands behind the school year up by one; the last one
	 * leaves.
	 */
	@Transactional
	public void promoteGrades(Actor actor, long schoolId, SchoolYear year) {
		var stage = school(schoolId).stage();
		var behind = this.grades.findBySchoolIdAndNumberIsNotNullOrderByNumber(schoolId)
			.stream()
			.filter((grade) -> grade.isBehind(year, stage.firstGrade()))
			.toList();
		behind.forEach((grade) -> grade.promote(stage.lastGrade()));
		this.grades.saveAllAndFlush(behind);
		this.audit.record(actor, schoolId, "org.grades-promoted", "school", schoolId,
				Map.of("grades", behind.size(), "year", year.firstYear()));
	}

	/** Entrusts a class to a head teacher of the same school, or to nobody. */
	@Transactional
	public void entrust(Actor actor, long classId, @Nullable Long headTeacherId) {
		var schoolClass = this.classes.findById(classId).orElseThrow(() -> new NotFound("class " + classId));
		if (headTeacherId != null && !isHeadTeacherOf(headTeacherId, schoolClass.schoolId())) {
			throw RuleViolation.on("headTeacherId", "org.class.not-a-head-teacher");
		}
		schoolClass.entrustTo(headTeacherId);
		this.classes.save(schoolClass);
		this.audit.record(actor, schoolClass.schoolId(), "org.class-entrusted", "class", classId,
				(headTeacherId != null) ? Map.of("headTeacher", headTeacherId) : Map.of());
	}

	private boolean isHeadTeacherOf(long userId, long schoolId) {
		return this.jdbc.sql("""
				select count(*) from app_user u join user_role r on r.user_id = u.id
				where u.id = ? and u.school_id = ? and r.role = 'HEAD_TEACHER' and not u.disabled""")
			.params(userId, schoolId)
			.query((row, number) -> row.getInt(1) > 0)
			.single();
	}

	/** Adds a county; there is no actor yet when the first one is made. */
	@Transactional
	public long addCounty(String name) {
		var id = nextId();
		this.jdbc.sql("insert into county (id, name) values (?, ?)").params(id, name).update();
		return id;
	}

	@Transactional
	public long addDistrict(long countyId, String name) {
		if (exists("select 1 from school_district where county_id = ? and name = ?", countyId, name)) {
			throw RuleViolation.on("name", "org.district.name-taken", name);
		}
		var id = nextId();
		this.jdbc.sql("insert into school_district (id, county_id, name) values (?, ?, ?)")
			.params(id, countyId, name)
			.update();
		return id;
	}

	/**
	 * Two counties of one name could not be told apart on any page.
	 * @param self the county that may have the name, or 0
	 */
	void requireFreeCounty(String name, long self) {
		if (exists("select 1 from county where id <> ? and name = ?", self, name)) {
			throw RuleViolation.on("name", "org.county.name-taken", name);
		}
	}

	@Transactional
	void renameCounty(long id, String name) {
		requireFreeCounty(name, id);
		this.jdbc.sql("update county set name = ? where id = ?").params(name, id).update();
	}

	@Transactional
	void renameDistrict(long id, String name) {
		if (exists("select 1 from school_district d join school_district o on o.county_id = d.county_id"
				+ " where d.id = ? and o.id <> d.id and o.name = ?", id, name)) {
			throw RuleViolation.on("name", "org.district.name-taken", name);
		}
		this.jdbc.sql("update school_district set name = ? where id = ?").params(name, id).update();
	}

	@Transactional
	public long addSchool(long districtId, String name, String code, SchoolStage stage, boolean boarding) {
		if (exists("select 1 from school where district_id = ? and name = ?", districtId, name)) {
			throw RuleViolation.on("name", "org.school.name-taken", name);
		}
		if (exists("select 1 from school where code = ?", code)) {
			throw RuleViolation.on("code", "org.school.code-taken", code);
		}
		var school = this.schools.saveAndFlush(new School(districtId, name, code, stage, boarding));
		return Objects.requireNonNull(school.id());
	}

	/** The place with the schools beneath it; all arguments null means nowhere. */
	@Transactional(readOnly = true)
	public Place place(@Nullable Long countyId, @Nullable Long districtId, @Nullable Long schoolId) {
		if (schoolId != null) {
			return new Place(null, null, schoolId, school(schoolId).name(), Set.of(schoolId));
		}
		if (districtId != null) {
			return new Place(null, districtId, null, name("school_district", districtId),
					beneath((school) -> school.districtId() == districtId));
		}
		if (countyId != null) {
			return new Place(countyId, null, null, name("county", countyId),
					beneath((school) -> school.countyId() == countyId));
		}
		return new Place(null, null, null, "", Set.of());
	}

	private Set<Long> beneath(java.util.function.Predicate<SchoolView> wanted) {
		return schools().stream().filter(wanted).map(SchoolView::id).collect(Collectors.toUnmodifiableSet());
	}

	private String name(String table, long id) {
		Optional<String> found = this.jdbc.sql("select name from " + table + " where id = ?")
			.param(id)
			.query((row, number) -> row.getString(1))
			.optional();
		return found.orElseThrow(() -> new NotFound(table + " " + id));
	}

	private boolean exists(String sql, Object... params) {
		return this.jdbc.sql(sql).params(params).query((row, number) -> true).optional().isPresent();
	}

	private long nextId() {
		return this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
	}

	private static SchoolView schoolView(java.sql.ResultSet row, int number) throws java.sql.SQLException {
		return new SchoolView(row.getLong("id"), row.getString("name"), row.getString("code"),
				SchoolStage.valueOf(row.getString("stage")), row.getBoolean("boarding"), row.getLong("district_id"),
				row.getString("district_name"), row.getLong("county_id"), row.getString("county_name"));
	}

	private static ClassView classView(java.sql.ResultSet row, int number) throws java.sql.SQLException {
		var grade = row.getInt("grade_number");
		return new ClassView(row.getLong("id"), row.getLong("school_id"), grade, GradeNames.grade(grade),
				GradeNames.ofClass(row.getInt("number")), row.getObject("head_teacher_id", Long.class),
				row.getString("head_teacher_name"));
	}

}
