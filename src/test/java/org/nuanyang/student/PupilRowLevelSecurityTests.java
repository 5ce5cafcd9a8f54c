package org.nuanyang.student;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Scope;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database itself refuses, whatever the code above it forgets. */
@IntegrationTest
class PupilRowLevelSecurityTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	PersonRepository persons;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	TestSchool school;

	PupilDraft draft;

	long lin;

	@BeforeEach
	void lin() {
		this.school = this.cast.school();
		this.draft = Pupils.draft(this.pupils.classOf(this.school, 5, 2, this.school.headTeacher()), "林例一");
		this.lin = this.pupils.enrol(this.school.officer(), this.draft);
	}

	@Test
	void withoutAScopeNothingIsSeen() {
		for (var table : List.of("person", "enrolment", "guardian", "enrolment_event", "promotion")) {
			assertThat(count(Scope.NONE, "select count(*) from " + table)).as(table).isZero();
		}
	}

	@Test
	void anotherSchoolSeesNeitherEnrolmentNorPerson() {
		var there = Scope.of(this.school.otherSchoolId());
		assertThat(count(there, "select count(*) from enrolment where id = " + this.lin)).isZero();
		assertThat(count(there, "select count(*) from person where name = '林例一'")).isZero();
		assertThat(count(there, "select count(*) from guardian where enrolment_id = " + this.lin)).isZero();
		assertThat(count(Scope.of(this.school.schoolId()), "select count(*) from enrolment where id = " + this.lin))
			.isEqualTo(1);
	}

	@Test
	void whoReadsOnlyChangesNothing() {
		var reader = new Scope(Set.of(this.school.schoolId()), Set.of(), Set.of());
		assertThat(update(reader, "update enrolment set boarding = false where id = " + this.lin)).isZero();
		assertThat(update(reader, "update person set name = 'x' where name = '林例一'")).isZero();
		assertThat(update(reader, "delete from guardian where enrolment_id = " + this.lin)).isZero();
	}

	@Test
	void historyIsNeverRewritten() {
		var here = Scope.of(this.school.schoolId());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> update(here, "update enrolment_event set reason = 'x'"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> update(here, "delete from enrolment_event"));
	}

	@Test
	void theNumberIsSealedAndFoundByItsFingerprintOnly() {
		var here = Scope.of(this.school.schoolId());
		assertThat(count(here, "select count(*) from person where encode(id_number, 'escape') like '%"
				+ this.draft.identity().document().number() + "%'"))
			.isZero();
		assertThat(count(here,
				"select count(*) from enrolment where id = " + this.lin + " and encode(address, 'escape') like '%某省%'"))
			.isZero();
	}

	@Test
	void elsewhereIsAnsweredWithYesOrNo() {
		var person = count(Scope.of(this.school.schoolId()), "select person_id from enrolment where id = " + this.lin);
		var there = Scope.of(this.school.otherSchoolId());
		assertThat(there.call(() -> this.persons.isEnrolledElsewhere(person, this.school.otherSchoolId()))).isTrue();
		assertThat(there.call(() -> this.persons.isEnrolledElsewhere(person, this.school.schoolId()))).isFalse();
	}

	/**
	 * The keys by which lists are sorted and searched stand at each of the child's
	 * enrolments.
	 */
	@Test
	void aCorrectedNameIsFoundAtEverySchoolThatTheChildWasAt() {
		TestDatabase.asOwner("""
				insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', nextval('id_seq'),
					'school_id', %d, 'status', 'LEFT', 'left_on', e.entered_on,
					'registry_number', null, 'registry_fingerprint', null, 'registry_tail', null))).*
				from enrolment e where e.id = %d""".formatted(this.school.otherSchoolId(), this.lin));
		assertThat(update(Scope.of(this.school.schoolId()), """
				update person set name = '林例新', name_key = '林例新', pinyin = 'linlixin', sort_key = 'lin li xin'
				where id = (select person_id from enrolment where id = %d)""".formatted(this.lin))).isOne();
		var found = "select count(*) from enrolment where name_key = '林例新' and pinyin = 'linlixin' and sort_key = 'lin li xin'";
		assertThat(count(Scope.of(this.school.schoolId()), found)).isOne();
		assertThat(count(Scope.of(this.school.otherSchoolId()), found)).isOne();
		assertThat(
				update(Scope.of(this.school.schoolId()), "update enrolment set name_key = 'x' where id = " + this.lin))
			.isOne();
		assertThat(count(Scope.of(this.school.schoolId()), found)).as("nobody else writes the copy").isOne();
	}

	private long count(Scope scope, String sql) {
		return scope.call(() -> new TransactionTemplate(this.transactions)
			.execute((status) -> this.jdbc.sql(sql).query((row, number) -> row.getLong(1)).single()));
	}

	private int update(Scope scope, String sql) {
		return scope
			.call(() -> new TransactionTemplate(this.transactions).execute((status) -> this.jdbc.sql(sql).update()));
	}

}
