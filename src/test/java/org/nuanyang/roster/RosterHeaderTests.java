package org.nuanyang.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.nuanyang.importing.ImportService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Headers of several lines: whose name and number a column holds, the group above says.
 */
@IntegrationTest
class RosterHeaderTests {

	@Autowired
	private ImportService imports;

	@Autowired
	private Pages pages;

	@Autowired
	private Cast cast;

	private Actor officer;

	@BeforeEach
	void freshSchool() {
		this.officer = this.cast.school().officer();
	}

	@Test
	void whatStandsUnderTheFamilyIsTheGuardians() {
		for (var group : List.of("家长（监护人）情况", "监护人（家长）信息", "家庭主要成员", "家庭主要成员情况", "家长信息", "家庭成员或监护人", "父亲", "父亲情况",
				"第一监护人", "监护人基本信息", "学生家长情况", "父母情况")) {
			assertThat(fields("学生基本情况,,," + group + ",,,", "姓名,身份证号,班级,姓名,与学生关系,手机号码,备注")).as(group)
				.containsExactly("name", "idNumber", "schoolClass", "guardian1Name", "guardian1Relation",
						"guardian1Phone", "");
		}
	}

	@Test
	void fatherAndMotherHaveTheirNumbersAndNobodyElseGetsThem() {
		assertThat(fields("学生信息,,,父亲,,,母亲,,", "姓名,身份证号,班级,姓名,民族,联系电话,姓名,出生日期,手机")).containsExactly("name", "idNumber",
				"schoolClass", "guardian1Name", "", "guardian1Phone", "guardian2Name", "", "guardian2Phone");
		assertThat(fields("学生信息,,,监护人一,,监护人二,", "姓名,身份证号,班级,姓名,电话,姓名,电话")).containsExactly("name", "idNumber",
				"schoolClass", "guardian1Name", "guardian1Phone", "guardian2Name", "guardian2Phone");
	}

	@Test
	void aThirdLineIsReadWhereItSaysMore() {
		assertThat(fields("学生基本情况,,,家长（监护人）情况,,,,备注", ",,,父亲,,母亲,,", "姓名,身份证号,班级,姓名,电话,姓名,电话,")).containsExactly("name",
				"idNumber", "schoolClass", "guardian1Name", "guardian1Phone", "guardian2Name", "guardian2Phone", "");
		assertThat(fields("学生情况,,,家长情况,,,", "姓名,身份证号,班级,姓名,与学生关系,联系方式,", ",,,,,手机,固定号")).containsExactly("name",
				"idNumber", "schoolClass", "guardian1Name", "guardian1Relation", "guardian1Phone", "");
	}

	@Test
	void aHeadingThatMeansTwoThingsIsNotRemembered() {
		var heads = "身份证号,班级,姓名,姓名";
		var id = upload(heads);
		name(id, Map.of("c0", "idNumber", "c1", "schoolClass", "c2", "name", "c3", ""));
		assertThat(fields("姓名,身份证号,班级")).containsExactly("name", "idNumber", "schoolClass");
		var other = upload("学生姓名,姓名,身份证号,班级,微信");
		name(other, Map.of("c0", "name", "c1", "", "c2", "idNumber", "c3", "schoolClass", "c4", ""));
		assertThat(fields("姓名,身份证号,班级")).containsExactly("name", "idNumber", "schoolClass");
		TestDatabase.asOwner(
				"insert into import_heading (id, school_id, kind, heading, field, chosen_at) values (nextval('id_seq'), "
						+ this.officer.ownSchool() + ", 'roster', '姓名', '', now())");
		assertThat(fields("姓名,身份证号,班级")).containsExactly("name", "idNumber", "schoolClass");
	}

	private void name(long id, Map<String, String> columns) {
		var form = new HashMap<>(columns);
		form.put("remember", "true");
		assertThat(this.pages.post(this.officer, "/imports/" + id + "/columns", form)).hasStatus3xxRedirection();
	}

	/** The proposed field of each column, empty for none. */
	private List<String> fields(String... lines) {
		var page = this.pages.page(this.officer, "/imports/" + upload(lines) + "/columns");
		return page.select("tbody select")
			.stream()
			.map((choice) -> choice.select("option[selected]").isEmpty() ? ""
					: choice.select("option[selected]").getFirst().val())
			.toList();
	}

	private long upload(String... lines) {
		var file = new MadeFile(lines[0]);
		for (var i = 1; i < lines.length; i++) {
			file.line(lines[i]);
		}
		var cells = new String[lines[lines.length - 1].split(",", -1).length];
		for (var i = 0; i < cells.length; i++) {
			cells[i] = "子" + i;
		}
		file.line(cells);
		return this.officer.scope().call(() -> this.imports.upload(this.officer, "roster", "名册.csv", file.bytes()));
	}

}
