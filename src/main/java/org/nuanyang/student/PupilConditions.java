package org.nuanyang.student;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.RuleViolation;

/**
 * The where clause of one search. It asks of the enrolment alone, which has the keys of
 * the name beside it: what is asked of the person is asked under a policy of its own, row
 * by row.
 */
class PupilConditions {

	/** Has not left; the partial index of names knows it by these words. */
	static final String LIVE = "e.status in ('ENROLLED', 'ON_LEAVE')";

	private static final Pattern TAIL = Pattern.compile("[0-9]{1,3}[0-9Xx]|[0-9]{1,3}");

	private static final Pattern WHOLE_NUMBER = Pattern.compile("[GJLgjl]?[0-9]{17}[0-9Xx]");

	/** Sorts after every name and every pinyin in collation "C". */
	private static final String LAST = "\uDBFF\uDFFF";

	/** Nothing asked keeps everybody: a county that wants those who left, too. */
	private final StringJoiner sql = new StringJoiner(" and ").setEmptyValue("true");

	private final Map<String, Object> parameters = new HashMap<>();

	private final Fingerprints fingerprints;

	PupilConditions(Actor actor, Fingerprints fingerprints) {
		this.fingerprints = fingerprints;
		if (actor.seesOwnClassesOnly()) {
			add("e.class_id in (select c.id from school_class c where c.head_teacher_id = :actor)", "actor",
					actor.userId());
		}
		// One school stands in the clause by itself, so that (school_id, …) serves.
		if (actor.scope().read().size() == 1) {
			add("e.school_id = :only", "only", actor.scope().read().iterator().next());
		}
	}

	PupilConditions matching(PupilSearch search) {
		var school = search.schoolId();
		if (school != null) {
			add("e.school_id = :school", "school", school);
		}
		var grade = search.grade();
		if (grade != null) {
			add("e.class_id in (select c.id from school_class c join grade r on r.id = c.grade_id where r.number = :grade)",
					"grade", grade);
		}
		var schoolClass = search.classId();
		if (schoolClass != null) {
			add("e.class_id = :class", "class", schoolClass);
		}
		var boards = search.boards();
		if (boards != null) {
			add("e.boarding = :boarding", "boarding", boards);
		}
		status(search);
		if (!search.words().isEmpty()) {
			words(search.words());
		}
		return this;
	}

	PupilConditions keeping(PupilFilter.Condition condition) {
		this.sql.add("e.id in (" + condition.enrolmentIds() + ")");
		this.parameters.putAll(condition.parameters());
		return this;
	}

	PupilConditions at(EnrolmentStatus status) {
		add("e.status = :status", "status", status.name());
		return this;
	}

	/** Narrows further to some classes, or not at all. */
	PupilConditions within(Long @Nullable [] classes) {
		if (classes != null) {
			add("e.class_id = any (:classes)", "classes", classes);
		}
		return this;
	}

	private void status(PupilSearch search) {
		var status = search.standing();
		if (status != null) {
			at(status);
		}
		else if (!search.isOfEverybody()) {
			this.sql.add(LIVE);
		}
	}

	private void words(String typed) {
		// ｃｌｂ is clb, but the characters of a name stay what they are.
		var folded = Plain.text(typed);
		var words = (folded.chars().allMatch((character) -> character < 128)) ? folded : typed;
		if (WHOLE_NUMBER.matcher(words).matches()) {
			wholeNumber(words);
		}
		else if (TAIL.matcher(words).matches()) {
			add((words.length() == 4) ? "e.registry_tail = :tail" : "right(e.registry_tail, :digits) = :tail", "tail",
					words.toUpperCase(Locale.ROOT));
			this.parameters.put("digits", words.length());
		}
		else if (words.matches("[' ]*")) {
			// A mark between syllables is no syllable, and not everybody either.
			this.sql.add("false");
		}
		else if (words.matches("[A-Za-züÜ' ]+")) {
			pinyin(words);
		}
		else {
			name(words);
		}
	}

	/** A whole number is found by its fingerprint, never by opening others. */
	private void wholeNumber(String words) {
		var found = words.length() == 19 ? registry(words) : document(words);
		if (found != null) {
			add(words.length() == 19 ? "e.registry_fingerprint = :number"
					: "e.person_id = (select p.id from person p where p.id_fingerprint = :number)", "number", found);
		}
		else {
			this.sql.add("false");
		}
	}

	private byte @Nullable [] registry(String words) {
		try {
			return this.fingerprints.of(new RegistryNumber(words));
		}
		catch (RuleViolation ex) {
			// No pupil can have a number that breaks its own rule.
			return null;
		}
	}

	private byte @Nullable [] document(String words) {
		try {
			return this.fingerprints.of(new IdDocument(IdDocumentType.RESIDENT_ID, words));
		}
		catch (RuleViolation ex) {
			return null;
		}
	}

	private void pinyin(String words) {
		var key = words.toLowerCase(Locale.ROOT).replace('ü', 'v').replaceAll("[' ]", "");
		this.parameters.put("key", key);
		this.parameters.put("keyEnd", key + LAST);
		this.sql.add("((e.pinyin >= :key and e.pinyin < :keyEnd)"
				+ " or (e.pinyin_initials >= :key and e.pinyin_initials < :keyEnd))");
	}

	private void name(String words) {
		var key = words.replaceAll("[•・．･‧∙⋅●]|(?<=\\p{IsHan})\\.(?=\\p{IsHan})", "·").replace(" ", "");
		this.parameters.put("key", key);
		// The given name alone is how most people look for a child.
		this.sql.add("(position(:key in e.name_key) > 0 or e.person_id in (select p.id from person p "
				+ "where p.former_name is not null and :key = any (string_to_array(p.former_name, '" + Person.BETWEEN
				+ "'))))");
	}

	private void add(String condition, String name, Object value) {
		this.sql.add(condition);
		this.parameters.put(name, value);
	}

	String sql() {
		return this.sql.toString();
	}

	Map<String, ?> parameters() {
		return this.parameters;
	}

}
