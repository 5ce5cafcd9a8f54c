package org.nuanyang.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.SchoolView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter bar of the pupil list: what may be chosen, what is chosen, and the address
 * without each choice.
 */
record FilterBar(PupilSearch search, Map<String, String> chosen, List<PupilListService.Choice> choices, Places places,
		List<Tag> tags) {

	/** Own parameters of the address; what else stands in it is not carried on. */
	private static final List<String> OWN = List.of("q", "school", "at", "boarding", "status", "sort");

	static FilterBar of(PupilSearch search, Map<String, String> params, List<PupilListService.Choice> choices,
			Places places) {
		var chosen = new LinkedHashMap<String, String>();
		params.forEach((name, value) -> {
			if (!value.isBlank() && (OWN.contains(name) || isChoice(choices, name))) {
				chosen.put(name, value);
			}
		});
		var bar = new FilterBar(search, chosen, choices, places, new ArrayList<>());
		bar.tag();
		return bar;
	}

	private static boolean isChoice(List<PupilListService.Choice> choices, String name) {
		return choices.stream().anyMatch((choice) -> choice.parameter().equals(name));
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
			case "status" ->
				Optional.of("student.status." + value).filter((key) -> value.equals("ALL") || isStatus(value));
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
		if (grade != null && SchoolStage.ofGrade(grade).isPresent()) {
			return Optional.of(GradeNames.grade(grade));
		}
		return this.places.classes.stream()
			.filter((schoolClass) -> Long.valueOf(schoolClass.id()).equals(this.search.classId()))
			.map(ClassView::fullName)
			.findFirst();
	}

	private static boolean isStatus(String value) {
		return Arrays.stream(EnrolmentStatus.values()).anyMatch((status) -> status.name().equals(value));
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

	record Places(List<SchoolView> schools, List<ClassView> classes) {

	}

	/** A chosen condition and the address without it. */
	record Tag(String text, String without) {

	}

}
