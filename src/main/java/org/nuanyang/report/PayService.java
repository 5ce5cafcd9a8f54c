package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.OrgService;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money of a school year by programme and term, and who it is for. */
@Service
@Transactional(readOnly = true)
class PayService {

	private final PayRepository pays;

	private final OrgService orgs;

	private final MessageSource messages;

	private final Audit audit;

	private final Clock clock;

	PayService(PayRepository pays, OrgService orgs, MessageSource messages, Audit audit, Clock clock) {
		this.pays = pays;
		this.orgs = orgs;
		this.messages = messages;
		this.audit = audit;
		this.clock = clock;
	}

	/** The school year that an address names, or this one. */
	SchoolYear year(@Nullable Integer first) {
		var now = SchoolYear.of(LocalDate.now(this.clock));
		return (first != null && first == now.previous().firstYear()) ? now.previous() : now;
	}

	PayTable table(Actor actor, @Nullable Long school, SchoolYear year) {
		var day = LocalDate.now(this.clock);
		var one = (school != null) ? school : actor.schoolId();
		var rows = new ArrayList<>(this.pays.rows(schools(actor, one), year, day));
		rows.add(PayRow.sum(List.copyOf(rows)));
		return new PayTable((one != null) ? this.orgs.school(one).name() : actor.orgName(), day, year, rows,
				one == null, one);
	}

	Paged<PayLine> page(Actor actor, PayFilter filter) {
		var one = (filter.school() != null) ? filter.school() : actor.schoolId();
		return this.pays.page(schools(actor, one), filter, LocalDate.now(this.clock));
	}

	/** What the lines of a list come to. */
	Yuan sum(Actor actor, PayFilter filter) {
		var one = (filter.school() != null) ? filter.school() : actor.schoolId();
		return this.pays.sum(schools(actor, one), filter, LocalDate.now(this.clock));
	}

	private static Set<Long> schools(Actor actor, @Nullable Long school) {
		if (school == null) {
			return actor.scope().read();
		}
		if (!actor.scope().read().contains(school)) {
			throw new NotFound("payments of school " + school);
		}
		return Set.of(school);
	}

	@Transactional
	byte[] workbook(Actor actor, @Nullable Long school, SchoolYear year) {
		var table = table(actor, school, year);
		this.audit.record(actor, table.school(), "report.exported", "school", table.school(),
				Map.of("table", "payments", "rows", table.rows().size()));
		var columns = new ArrayList<Table.Column>();
		for (var key : List.of("report.school", "report.pay.programme", "report.pay.term")) {
			columns.add(new Table.Column(word(key), 20));
		}
		for (var cell : table.rows().getLast().cells()) {
			var state = cell.state();
			var label = word((state != null) ? state.labelKey() : "report.pay.all");
			columns.add(new Table.Column(word("report.pay.people", label), 14));
			columns.add(new Table.Column(word("report.pay.amount", label), 16));
		}
		return TableWriter.xlsx(new Table(word("report.pay"), columns, table.rows().stream().map(this::line).toList()));
	}

	private List<@Nullable Object> line(PayRow row) {
		var term = row.term();
		var line = new ArrayList<@Nullable Object>();
		line.add((term != null) ? row.schoolName() : word("report.groups.all"));
		line.add(row.programmeName());
		line.add((term != null) ? word("web.term." + term) : null);
		row.cells().forEach((cell) -> {
			line.add(cell.of().lines());
			line.add(cell.of().amount());
		});
		return line;
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
