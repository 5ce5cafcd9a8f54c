package org.nuanyang.student;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.SchoolView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter bar of the pupil list: what may be chosen, what is chosen, the address
 * without each choice, and what the address asked for in vain.
 *
 * @param search of what was asked only what narrows the list
 */
record FilterBar(PupilSearch search, Map<String, String> chosen, List<PupilFilters.Choice> choices, Places places,
		List<Tag> tags, List<Ignored> ignored) {

	private static final int LONGEST = 20;

	/**
	 * Reads an address.
	 * @param upper what it asks of the filters of upper features
	 * @param labels how such a filter is called
	 */
	static FilterBar of(PupilSearch asked, Map<String, String> upper, List<PupilFilters.Choice> choices, Places places,
			UnaryOperator<String> labels) {
		var bar = new FilterBar(usable(asked, places), new LinkedHashMap<>(), choices, places, new ArrayList<>(),
				new ArrayList<>());
		bar.own("q", "student.list.q", asked.q(), bar.search.q());
		bar.own("school", "student.list.school", asked.school(), bar.search.school());
		bar.own("at", "student.list.at", asked.at(), bar.search.at());
		bar.own("boarding", "student.list.boarding", asked.boarding(), bar.search.boarding());
		bar.own("status", "student.list.status", asked.status(), bar.search.status());
		upper.forEach((name, value) -> bar.own(name, labels.apply(name), value,
				choices.stream().anyMatch((one) -> one.parameter().equals(name) && one.offers(value)) ? value : null));
		bar.own("sort", "student.list.sort", asked.sort(), asked.sort());
		bar.tag();
		return bar;
	}

	/** Without what cannot be read, and places out of sight. */
	private static PupilSearch usable(PupilSearch asked, Places places) {
		var school = (asked.schoolId() != null && asked.schoolId().equals(places.school)) ? asked.school() : null;
		var status = (asked.standing() != null || asked.isOfEverybody()) ? asked.status() : null;
		var boarding = (asked.boards() != null) ? asked.boarding() : null;
		var at = (asked.grade() != null
				|| places.classes.stream().anyMatch((one) -> Long.valueOf(one.id()).equals(asked.classId())))
						? asked.at() : null;
		return new PupilSearch(asked.q(), school, at, status, boarding, asked.sort(), asked.page());
	}

	private void own(String name, String labelKey, @Nullable String asked, @Nullable String used) {
		if (used != null && !used.isBlank()) {
			this.chosen.put(name, used);
		}
		else if (asked != null && !asked.isBlank()) {
			this.ignored.add(new Ignored(labelKey, asked.substring(0, Math.min(asked.length(), LONGEST))));
		}
	}

	private void tag() {
		this.chosen.keySet()
			.stream()
			.forEach((name) -> words(name).ifPresent((text) -> this.tags.add(new Tag(text, without(name)))));
	}

	/** What a choice is called: a message key, or words that are data. */
	private Optional<String> words(String name) {
		var value = this.chosen.getOrDefault(name, "");
		return switch (name) {
			case "q" -> Optional.of("“" + this.search.words() + "”");
			case "school" -> this.places.schools.stream()
				.filter((school) -> String.valueOf(school.id()).equals(value))
				.map(SchoolView::name)
				.findFirst();
			case "sort" -> Optional.empty();
			case "at" -> at();
			case "status" -> Optional.of("student.status." + value);
			case "boarding" -> Optional.of("student.boarding." + value);
			default -> this.choices.stream()
				.filter((choice) -> choice.parameter().equals(name))
				.flatMap((choice) -> choice.options().stream())
				.filter((option) -> option.value().equals(value))
				.map(PupilFilter.Option::label)
				.findFirst();
		};
	}

	private Optional<String> at() {
		var grade = this.search.grade();
		if (grade != null) {
			return Optional.of(GradeNames.grade(grade));
		}
		return this.places.classes.stream()
			.filter((schoolClass) -> Long.valueOf(schoolClass.id()).equals(this.search.classId()))
			.map(ClassView::fullName)
			.findFirst();
	}

	/** The address of the list without one choice, from its first page. */
	public String without(String name) {
		var left = new LinkedHashMap<>(this.chosen);
		left.remove(name);
		return address("/students", left);
	}

	/** The address of the list in another order. */
	public String sorted(String order) {
		var other = new LinkedHashMap<>(this.chosen);
		other.put("sort", order);
		return address("/students", other);
	}

	/** The same choice, for the export. */
	public String export() {
		return address("/students/exports/new", this.chosen);
	}

	private static String address(String path, Map<String, String> params) {
		var address = UriComponentsBuilder.fromPath(path);
		params.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(params).toUriString();
	}

	/** The chosen value of an upper filter. */
	public String value(String parameter) {
		return this.chosen.getOrDefault(parameter, "");
	}

	/**
	 * Grades to choose from: those of the classes in sight, else of all schools in sight.
	 */
	public List<Integer> grades() {
		var classes = this.places.classes;
		return classes.isEmpty() ? this.places.schools.stream()
			.flatMapToInt((school) -> IntStream.rangeClosed(school.stage().firstGrade(), school.stage().lastGrade()))
			.distinct()
			.sorted()
			.boxed()
			.toList() : classes.stream().map(ClassView::gradeNumber).distinct().sorted().toList();
	}

	public List<ClassView> classesOf(int grade) {
		return this.places.classes.stream().filter((schoolClass) -> schoolClass.gradeNumber() == grade).toList();
	}

	public String gradeName(int grade) {
		return GradeNames.grade(grade);
	}

	/**
	 * Where one may look.
	 *
	 * @param schools to choose from, none where only one is in sight
	 * @param school the one in sight, if one
	 */
	record Places(List<SchoolView> schools, @Nullable Long school, List<ClassView> classes) {

	}

	/**
	 * A condition of the address that narrows nothing.
	 *
	 * @param labelKey how the filter is called
	 */
	record Ignored(String labelKey, String value) {

	}

	/** A chosen condition and the address without it. */
	record Tag(String text, String without) {

	}

}
