package org.nuanyang.report;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.kernel.Paged;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.SchoolView;

/**
 * A list as its page shows it.
 *
 * @param count of both sides, with the same filter
 * @param schools to choose from, none for who works at one
 * @param classes of the school in sight
 * @param sensitive whether those are in it of whom a protected category alone is known
 */
record FigureList(Measure measure, FigureFilter filter, Count count, Paged<FigureRow> page, List<SchoolView> schools,
		List<ClassView> classes, boolean sensitive) {

	/**
	 * Something that the list is narrowed to, named by its parameter.
	 *
	 * @param text message key, or the words themselves where they are data
	 */
	record Tag(String parameter, String text) {

	}

	public Side side() {
		return this.filter.side(this.measure);
	}

	/** The sentence that says who is listed, and who is not for this reader. */
	public String whatKey() {
		return this.measure.whatKey(side(), this.sensitive);
	}

	/** The sides to turn to; one is no choice. */
	public List<Side> sides() {
		return this.measure.isOneSided() ? List.of() : List.of(Side.values());
	}

	public long of(Side side) {
		return switch (side) {
			case MET -> this.count.met();
			case OPEN -> this.count.open();
			case ALL -> this.count.total();
		};
	}

	public List<Tag> tags() {
		var tags = new ArrayList<Tag>();
		this.schools.stream()
			.filter((school) -> Long.valueOf(school.id()).equals(this.filter.school()))
			.forEach((school) -> tags.add(new Tag("school", school.name())));
		var grade = this.filter.grade();
		if (grade != null) {
			tags.add(new Tag("grade", GradeNames.grade(grade)));
		}
		if (this.filter.schoolClass() != null) {
			tags.add(new Tag("class",
					this.classes.stream()
						.filter((one) -> Long.valueOf(one.id()).equals(this.filter.schoolClass()))
						.map(ClassView::fullName)
						.findFirst()
						.orElse("report.class")));
		}
		if (this.filter.tier() != null) {
			tags.add(new Tag("tier", "web.tier." + this.filter.tier()));
		}
		if (this.filter.step() != null) {
			tags.add(new Tag("step", "application.round.step." + this.filter.step()));
		}
		return tags;
	}

}
