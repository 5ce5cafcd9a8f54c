package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.household.CategoryService;
import org.nuanyang.household.CategoryView;
import org.nuanyang.household.HardshipCategory;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.org.OrgService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.student.StudentService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills the paper form; printing one with a family's data is recorded. */
@Service
@Transactional
class PrintedFormService {

	private final CaseReader cases;

	private final RoundService rounds;

	private final StudentService students;

	private final HouseholdService households;

	private final CaseDeclaration declarations;

	private final CategoryService categories;

	private final ProgrammeService programmes;

	private final ProgrammeChoice choice;

	private final OrgService org;

	/** Asked late: it stands on a higher floor, on the services of this one. */
	private final ObjectProvider<Attendance> attendance;

	private final Audit audit;

	private final Clock clock;

	PrintedFormService(CaseReader cases, RoundService rounds, StudentService students, HouseholdService households,
			CaseDeclaration declarations, CategoryService categories, ProgrammeService programmes,
			ProgrammeChoice choice, OrgService org, ObjectProvider<Attendance> attendance, Audit audit, Clock clock) {
		this.cases = cases;
		this.rounds = rounds;
		this.students = students;
		this.households = households;
		this.declarations = declarations;
		this.categories = categories;
		this.programmes = programmes;
		this.choice = choice;
		this.org = org;
		this.attendance = attendance;
		this.audit = audit;
		this.clock = clock;
	}

	PrintedForm blank(Actor actor, long roundId) {
		var round = this.rounds.one(roundId);
		var offered = this.choice.offered(roundId).stream().map((programme) -> line(programme, false, round)).toList();
		return form(actor, round, null, null, offered);
	}

	PrintedForm filled(Actor actor, long id) {
		var application = this.cases.one(actor, id).orElseThrow(() -> new NotFound("application " + id));
		var pupil = this.students.pupil(actor, application.enrolmentId());
		var today = LocalDate.now(this.clock);
		var filled = new PrintedForm.Filled(pupil, this.students.particulars(actor, pupil.id()),
				this.declarations.of(actor, application).orElse(null),
				this.households.categories(actor, pupil.id(), today)
					.stream()
					.map(CategoryView::code)
					.collect(Collectors.toSet()),
				application.classTier(), application.classRemark() != null,
				(application.classRemark() != null) ? this.attendance.getObject().of(id).orElse(null) : null);
		this.audit.record(actor, application.schoolId(), "application.printed", "application", id, Map.of());
		var round = this.rounds.one(application.roundId());
		var asked = this.choice.of(application)
			.stream()
			.map((choice) -> line(choice.programme(), choice.asked(), round))
			.toList();
		return form(actor, round, filled, application.number(), asked);
	}

	private PrintedForm.Programme line(ProgrammeView programme, boolean asked, RoundView round) {
		return new PrintedForm.Programme(programme, asked,
				this.programmes.findScale(programme.id(), round.year()).orElse(null));
	}

	private PrintedForm form(Actor actor, RoundView round, PrintedForm.@Nullable Filled filled, @Nullable String number,
			List<PrintedForm.Programme> programmes) {
		var head = new PrintedForm.Head(this.org.school(round.schoolId()).name(), round.year().label(),
				round.noticeWorkingDays(), number, LocalDate.now(this.clock), actor.name());
		return new PrintedForm(head, filled, printed(), programmes);
	}

	/** Those an authority certifies; care is no matter of this form. */
	private List<HardshipCategory> printed() {
		return this.categories.dictionary().stream().filter((category) -> category.code().startsWith("P")).toList();
	}

}
