package org.nuanyang.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/** School years and the dates of their terms, as the county sets them. */
@Service
@Transactional(readOnly = true)
public class SchoolTerms {

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	SchoolTerms(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The term that today belongs to; holidays belong to the term before them. Empty when
	 * the school year has no dates yet.
	 */
	public Optional<TermDates> current() {
		var today = LocalDate.now(this.clock);
		return all().stream()
			.filter((dates) -> !today.isBefore(dates.first()) && !today.isAfter(dates.year().last()))
			.findFirst();
	}

	/** The dates of one term, if the county has set them. */
	public Optional<TermDates> dates(SchoolYear year, Term term) {
		return all().stream().filter((dates) -> dates.year().equals(year) && dates.term() == term).findFirst();
	}

	/** Every term with dates, the latest first. */
	public List<TermDates> all() {
		return this.jdbc.sql("select * from term_date order by first_day desc")
			.query((row, i) -> new TermDates(new SchoolYear(row.getInt("first_year")),
					Term.valueOf(row.getString("term")), row.getObject("first_day", LocalDate.class),
					row.getObject("last_day", LocalDate.class)))
			.list();
	}

	/** Sets or corrects the dates of both terms of a school year. */
	@Transactional
	void set(Actor actor, TermDates autumn, TermDates spring) {
		var year = autumn.year();
		check(autumn, "autumn");
		check(spring, "spring");
		if (!spring.first().isAfter(autumn.last())) {
			throw RuleViolation.on("springFirst", "calendar.term.order");
		}
		this.jdbc.sql("delete from term_date where first_year = :year").param("year", year.firstYear()).update();
		List.of(autumn, spring).forEach(this::insert);
		this.audit.record(actor, null, "calendar.term.set", "school_year", (long) year.firstYear(),
				Map.of("autumnFirst", autumn.first().toString(), "autumnLast", autumn.last().toString(), "springFirst",
						spring.first().toString(), "springLast", spring.last().toString()));
	}

	private void check(TermDates dates, String field) {
		if (!dates.first().isBefore(dates.last())) {
			throw RuleViolation.on(field + "Last", "calendar.term.reversed");
		}
		var year = dates.year();
		if (dates.first().isBefore(year.first().minusMonths(1)) || dates.last().isAfter(year.last())) {
			throw RuleViolation.on(field + "First", "calendar.term.outside", year.first().minusMonths(1).toString(),
					year.last().toString());
		}
		var other = all().stream()
			.filter((term) -> !term.year().equals(year) && term.overlaps(dates.first(), dates.last()))
			.findFirst();
		if (other.isPresent()) {
			throw RuleViolation.on(field + "First", "calendar.term.overlap", other.get().year().label());
		}
	}

	private void insert(TermDates dates) {
		this.jdbc
			.sql("insert into term_date (first_year, term, first_day, last_day) values (:year, :term, :first, :last)")
			.param("year", dates.year().firstYear())
			.param("term", dates.term().name())
			.param("first", dates.first())
			.param("last", dates.last())
			.update();
	}

}
