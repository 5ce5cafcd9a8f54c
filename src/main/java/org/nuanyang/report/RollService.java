package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.ExportPage;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.PurposeForm;
import org.nuanyang.student.StudentService;
import org.nuanyang.student.TakenLine;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rolls of C 附1 and 附2, of a school or of all schools in sight. */
@Service
@Transactional(readOnly = true)
class RollService {

	static final int SIZE = 50;

	private static final int AT_ONCE = 5000;

	private final RollRepository rolls;

	private final StudentService students;

	private final OrgService orgs;

	private final RollWords words;

	private final TakenLine taken;

	private final Audit audit;

	private final Clock clock;

	RollService(RollRepository rolls, StudentService students, OrgService orgs, RollWords words, TakenLine taken,
			Audit audit, Clock clock) {
		this.rolls = rolls;
		this.students = students;
		this.orgs = orgs;
		this.words = words;
		this.taken = taken;
		this.audit = audit;
		this.clock = clock;
	}

	RollPage page(Actor actor, Roll roll, @Nullable Long school, int page, int size) {
		var day = LocalDate.now(this.clock);
		var year = SchoolYear.of(day);
		var one = (school != null) ? school : actor.schoolId();
		if (one != null && !actor.scope().read().contains(one)) {
			throw new NotFound("roll of school " + one);
		}
		var schools = (one != null) ? Set.of(one) : actor.scope().read();
		var question = new RollRepository.Question(roll, schools, year, day, Sensitivity.visibleTo(actor));
		var sum = this.rolls.sum(question);
		var causes = HouseholdService.mayRead(actor);
		var sensitive = Sensitivity.SENSITIVE.isVisibleTo(actor);
		var rows = masked(actor,
				this.rolls.rows(question, page, size)
					.stream()
					.map((found) -> this.words.row(found, sensitive, causes))
					.toList());
		return new RollPage(roll, (one != null) ? this.orgs.school(one).name() : actor.orgName(), day, year,
				new Paged<>(rows, page, size, sum.pupils()), sum.awarded(), sum.paid(), one);
	}

	/** Everybody, for paper and workbook. */
	RollPage whole(Actor actor, Roll roll, @Nullable Long school) {
		return page(actor, roll, school, 1, Integer.MAX_VALUE);
	}

	/** With the numbers as every page shows them. */
	private List<RollRow> masked(Actor actor, List<RollRow> rows) {
		// The database takes so many parameters and no more.
		var shown = new ArrayList<RollRow>();
		for (var from = 0; from < rows.size(); from += AT_ONCE) {
			shown.addAll(maskedPart(actor, rows.subList(from, Math.min(rows.size(), from + AT_ONCE))));
		}
		return shown;
	}

	private List<RollRow> maskedPart(Actor actor, List<RollRow> rows) {
		var ids = rows.stream().map(RollRow::enrolmentId).toList();
		var pupils = this.students.pupils(actor, ids)
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		var contacts = this.students.contacts(actor, ids);
		return rows.stream().map((row) -> {
			var pupil = pupils.get(row.enrolmentId());
			var contact = contacts.get(row.enrolmentId());
			return (pupil != null && contact != null) ? row.with(this.words.of(contact, pupil.maskedId())) : row;
		}).toList();
	}

	/** What its workbook asks before it leaves. */
	ExportPage export(Actor actor, Roll roll, @Nullable Long school) {
		var path = "/reports/rolls/" + roll.path();
		var chosen = (school != null) ? Map.of("school", String.valueOf(school)) : Map.<String, String>of();
		return new ExportPage(this.words.word(roll.labelKey()), path, path + "/export",
				page(actor, roll, school, 1, 1).rows().total(), chosen);
	}

	@Transactional
	byte[] workbook(Actor actor, Roll roll, @Nullable Long school, PurposeForm why) {
		var page = whole(actor, roll, school);
		this.audit.record(actor, page.school(), "report.exported", "school", page.school(), Map.of("table", roll.path(),
				"rows", page.rows().total(), "purpose", String.valueOf(why.purpose()), "note", why.words()));
		var columns = new ArrayList<Table.Column>();
		columns.add(new Table.Column(this.words.word("report.roll.no"), 8));
		columns.add(new Table.Column(this.words.word("report.roll.name"), 12));
		for (var column : RollColumn.values()) {
			columns.add(new Table.Column(this.words.word(column.labelKey()), column.isNumber() ? 22 : 14));
		}
		var rows = new ArrayList<List<@Nullable Object>>();
		for (var row : page.rows().rows()) {
			rows.add(line(rows.size() + 1, row));
		}
		rows.add(total(page));
		rows.add(Arrays.asList(this.words.word("report.roll.note")));
		rows.addAll(this.taken.rows(actor, why));
		return TableWriter.xlsx(new Table(this.words.word(roll.labelKey()), columns, rows));
	}

	private static List<@Nullable Object> line(int number, RollRow row) {
		var line = new ArrayList<@Nullable Object>(List.of(number, row.name()));
		for (var column : RollColumn.values()) {
			line.add(row.cell(column));
		}
		return line;
	}

	private List<@Nullable Object> total(RollPage page) {
		var line = new ArrayList<@Nullable Object>(Collections.nCopies(RollColumn.values().length + 2, null));
		line.set(0, this.words.word("report.groups.all"));
		line.set(1, this.words.word("report.roll.people", page.rows().total()));
		line.set(RollColumn.AWARDED.ordinal() + 2, page.awarded());
		line.set(RollColumn.PAID.ordinal() + 2, page.paid());
		return line;
	}

}
