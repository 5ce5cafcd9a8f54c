package org.nuanyang.report;

import java.util.Arrays;
import java.util.Locale;

import org.nuanyang.kernel.NotFound;

/** The two rolls of pupils in poverty (forms.md 4.9), by whom they come from. */
enum Roll {

	/** C 附1: 建档立卡在校贫困学生信息汇总表, named by county and town. */
	REGISTERED("""
			select k.enrolment_id from pupil_category k where k.school_id = any (:schools) and k.code = 'P01'
				and k.valid_from <= :day and (k.valid_until is null or k.valid_until >= :day)"""),
	/** C 附2: 学区认定在校贫困学生信息汇总表, recognised by the school's round of the year. */
	RECOGNISED("""
			select a.enrolment_id from aid_application a join aid_round r on r.id = a.round_id
			where a.school_id = any (:schools) and r.school_year = :year and a.status in ('RECOGNISED', 'ADJUSTED')""");

	private final String pupils;

	Roll(String pupils) {
		this.pupils = pupils;
	}

	static Roll of(String path) {
		return Arrays.stream(values())
			.filter((roll) -> roll.path().equals(path))
			.findFirst()
			.orElseThrow(() -> new NotFound("roll " + path));
	}

	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** A query of enrolments; knows :schools, :day and :year. */
	String pupils() {
		return this.pupils;
	}

	public String labelKey() {
		return "report.roll." + name();
	}

}
