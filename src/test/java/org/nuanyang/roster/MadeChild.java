package org.nuanyang.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.IdNumber;

/** An invented child, what a roster says of it, and what an honest dry run must find. */
final class MadeChild {

	/** Nobody else's tests use sequence numbers above this one. */
	private static final int FIRST_SEQUENCE = 982;

	final String name;

	final boolean boy;

	final LocalDate born;

	final int grade;

	final int schoolClass;

	final String id;

	final Map<String, MadeCell> cells = new HashMap<>();

	final List<Expected> expected = new ArrayList<>();

	String story = "nothing wrong";

	/**
	 * @param field where the finding stands
	 */
	record Expected(String severity, String field, String key) {

	}

	MadeChild(String name, boolean boy, LocalDate born, int grade, int schoolClass, int number) {
		this.name = name;
		this.boy = boy;
		this.born = born;
		this.grade = grade;
		this.schoolClass = schoolClass;
		this.id = id("100000", born, boy, number);
	}

	/** A number of nobody: correct in itself. */
	static String id(String region, LocalDate born, boolean boy, int number) {
		var sequence = FIRST_SEQUENCE + (number % 9) * 2;
		return checked(region + born.format(DateTimeFormatter.BASIC_ISO_DATE) + (boy ? sequence - 1 : sequence));
	}

	/**
	 * GB 11643-1999, counted here once more so that the test does not believe the code it
	 * tests.
	 */
	static String checked(String seventeen) {
		var weight = 1;
		var sum = 0;
		for (var place = 16; place >= 0; place--) {
			weight = weight * 2 % 11;
			sum += weight * Character.digit(seventeen.charAt(place), 10);
		}
		var check = (12 - sum % 11) % 11;
		return seventeen + ((check == 10) ? "X" : String.valueOf(check));
	}

	IdNumber idNumber() {
		return new IdNumber(this.id);
	}

	MadeCell cell(String field) {
		return this.cells.getOrDefault(field, MadeCell.NOTHING);
	}

	MadeChild put(String field, String text) {
		return put(field, MadeCell.text(text));
	}

	MadeChild put(String field, MadeCell cell) {
		this.cells.put(field, cell);
		return this;
	}

	void error(String field, String key) {
		this.expected.add(new Expected("ERROR", field, key));
	}

	void confirm(String field, String key) {
		this.expected.add(new Expected("CONFIRM", field, key));
	}

	void note(String field, String key) {
		this.expected.add(new Expected("OK", field, key));
	}

	String bucket() {
		return (expects("ERROR")) ? "error" : (expects("CONFIRM")) ? "confirm" : "ok";
	}

	private boolean expects(String severity) {
		return this.expected.stream().anyMatch((finding) -> finding.severity().equals(severity));
	}

}
