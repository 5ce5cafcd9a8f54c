package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.OrgService;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 弱势群体情况统计表 (forms.md 4.14): of a school by class, of several by school. */
@Service
@Transactional(readOnly = true)
class GroupService {

	private final GroupRepository groups;

	private final OrgService orgs;

	private final MessageSource messages;

	private final Audit audit;

	private final Clock clock;

	GroupService(GroupRepository groups, OrgService orgs, MessageSource messages, Audit audit, Clock clock) {
		this.groups = groups;
		this.orgs = orgs;
		this.messages = messages;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @param school one school, or null for the own one or all in sight
	 */
	GroupTable table(Actor actor, @Nullable Long school, boolean outside) {
		var day = LocalDate.now(this.clock);
		var lists = new GroupLists(actor);
		var one = (school != null) ? school : actor.schoolId();
		if (one == null) {
			var all = actor.scope().read();
			var counted = this.groups.bySchool(all, day);
			var rows = new ArrayList<>(lines(counted));
			rows.add(GroupRow.sum(word("report.groups.all"), null, null, List.copyOf(rows)));
			var check = GroupCheck.of(rows, listed(counted, GroupRow::school));
			return GroupTable.of(actor.orgName(), day, rows, check, lists, outside, null);
		}
		if (!actor.scope().read().contains(one)) {
			throw new NotFound("groups of school " + one);
		}
		var counted = this.groups.byClass(one, day);
		var rows = withTotals(one, lines(counted));
		var check = GroupCheck.of(rows, listed(counted, GroupRow::schoolClass));
		return GroupTable.of(this.orgs.school(one).name(), day, rows, check, lists, outside, one);
	}

	/** Where nobody is there is no line. */
	private static List<GroupRow> lines(List<GroupRepository.Counted> counted) {
		return counted.stream().map(GroupRepository.Counted::told).filter((row) -> row.pupils() > 0).toList();
	}

	/** What the lists have, by what the lines are of. */
	private static Map<Long, GroupRow> listed(List<GroupRepository.Counted> counted,
			Function<GroupRow, @Nullable Long> of) {
		var listed = new HashMap<Long, GroupRow>();
		counted.stream()
			.map(GroupRepository.Counted::listed)
			.forEach((row) -> listed.put(Objects.requireNonNull(of.apply(row)), row));
		return listed;
	}

	/** A line of each grade below its classes, and one of the school at the end. */
	private List<GroupRow> withTotals(long school, List<GroupRow> classes) {
		var rows = new ArrayList<GroupRow>();
		var open = new ArrayList<GroupRow>();
		for (var at = 0; at < classes.size(); at++) {
			var row = classes.get(at);
			rows.add(row);
			open.add(row);
			var last = at + 1 == classes.size() || !Objects.equals(classes.get(at + 1).grade(), row.grade());
			var grade = row.grade();
			if (last && grade != null) {
				rows.add(GroupRow.sum(GradeNames.grade(grade), school, grade, open));
			}
			if (last) {
				open.clear();
			}
		}
		rows.add(GroupRow.sum(word("report.groups.all"), school, null, classes));
		return rows;
	}

	@Transactional
	byte[] workbook(Actor actor, @Nullable Long school, boolean outside) {
		var table = table(actor, school, outside);
		this.audit.record(actor, table.school(), "report.exported", "school", table.school(),
				Map.of("table", "groups", "rows", table.rows().size(), "outside", outside));
		var columns = new ArrayList<Table.Column>();
		columns.add(new Table.Column(word("report.groups.unit"), 22));
		for (var column : GroupColumn.values()) {
			columns.add(new Table.Column(word(column.labelKey()), 10));
		}
		table.groups().forEach((group) -> columns.add(new Table.Column(word(group.labelKey()), 12)));
		var rows = new ArrayList<List<@Nullable Object>>();
		table.rows().forEach((row) -> rows.add(line(table, row)));
		told(table.check()).forEach((line) -> rows.add(Arrays.asList(line)));
		return TableWriter.xlsx(new Table(word("report.groups"), columns, rows));
	}

	/** What the check found, as it stands below the table. */
	private List<String> told(GroupCheck check) {
		return check.isConsistent() ? List.of(word("report.check.agrees", check.cells())) : check.differences()
			.stream()
			.map((one) -> word(one.messageKey(), one.row().name(), word(one.columnKey()), one.told(), one.listed()))
			.toList();
	}

	private List<@Nullable Object> line(GroupTable table, GroupRow row) {
		var line = new ArrayList<@Nullable Object>();
		line.add(row.isOfGrade() ? word("report.groups.grade", row.name()) : row.name());
		for (var column : GroupColumn.values()) {
			line.add(table.cell(row, column));
		}
		table.groups().forEach((group) -> line.add(table.cell(row, group)));
		return line;
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
