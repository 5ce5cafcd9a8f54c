package org.nuanyang.demo;

import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.nuanyang.application.CaseView;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.payee.PayeeEntry;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.visit.Agreement;
import org.nuanyang.visit.VisitKind;
import org.nuanyang.visit.VisitPurpose;
import org.nuanyang.visit.VisitReport;

/** How cases of a demo round come in: applied, declared, visited, assessed. */
class DemoIntake {

	private final DemoRound round;

	DemoIntake(DemoRound round) {
		this.round = round;
	}

	/**
	 * The head teacher of the class draws up cases for its first pupils after those
	 * skipped.
	 */
	List<Long> apply(long classId, int skip, int count) {
		var teacher = this.round.teachers().of(classId);
		return this.round.as(teacher, () -> {
			var pupils = this.round.services().students().pupilsOfClass(teacher, classId);
			return this.round.services()
				.intake()
				.apply(teacher, this.round.roundId(),
						pupils.stream().skip(skip).limit(count).map((pupil) -> pupil.id()).toList());
		});
	}

	/** The head teacher writes down what the family declares. */
	void declare(Collection<Long> ids) {
		this.round.each(ids,
				(teacher, application) -> this.round.services()
					.households()
					.declare(teacher, application.enrolmentId(), this.round.year(),
							family(application).declared(this.round.people())));
	}

	/** The head teacher hands in a scan of the household register. */
	void papers(Collection<Long> ids) {
		var scan = DemoScan.named("户口簿.pdf");
		this.round.each(ids,
				(teacher, application) -> this.round.services()
					.attachments()
					.add(teacher, new AttachmentOwner("application", application.id()), "register", scan));
	}

	void submit(Collection<Long> ids) {
		this.round.each(ids,
				(teacher, application) -> this.round.services()
					.intake()
					.submit(teacher, application.id(), application.version()));
	}

	void accept(Collection<Long> ids) {
		this.round.forOfficer(ids,
				(application) -> this.round.services()
					.intake()
					.accept(this.round.school().officer(), application.id(), application.version()));
	}

	void sendBack(Collection<Long> ids) {
		this.round.forOfficer(ids, (application) -> this.round.services()
			.intake()
			.sendBack(this.round.school().officer(), application.id(), application.version(), "缺户口簿家庭成员页，请补交后重新提交。"));
	}

	void withdraw(Collection<Long> ids) {
		this.round.each(ids,
				(teacher, application) -> this.round.services()
					.intake()
					.withdraw(teacher, application.id(), application.version(), "家长说明家庭收入已好转，不再申请。"));
	}

	/** The head teacher visits the family, with a colleague. */
	void visit(Collection<Long> ids) {
		this.round.each(ids, (teacher, application) -> {
			var family = family(application);
			this.round.services()
				.visits()
				.record(teacher, application.enrolmentId(),
						new VisitReport(UUID.nameUUIDFromBytes(("visit" + application.id()).getBytes()),
								VisitKind.ON_SITE, this.round.today(), LocalTime.of(9, 0), LocalTime.of(9, 40), "家中",
								this.round.people().name(), this.round.people().name(), "母亲",
								Set.of(VisitPurpose.ECONOMY), family.found(),
								new VisitReport.Words("父亲在外务工，母亲在家", "砖瓦房两间", "懂事，帮做家务", "", "希望得到学习用品", "下学期再访"),
								family.agrees() ? Agreement.YES : Agreement.PARTLY,
								family.agrees() ? "" : "父亲务工收入比申报略高", null, null));
		});
	}

	void assess(Collection<Long> ids) {
		this.round.forOfficer(ids,
				(application) -> this.round.services()
					.intake()
					.assess(this.round.school().officer(), application.id(), application.version()));
	}

	/** Accounts are entered by the head teacher and confirmed by the finance officer. */
	void enterAccounts(Collection<Long> ids, boolean confirmed) {
		this.round.each(ids, (teacher, application) -> {
			var entered = this.round.services()
				.payees()
				.enter(teacher, application.enrolmentId(), new PayeeEntry(application.name(), PayeeRelation.SELF,
						"示例农商银行禾田支行", this.round.people().account(), "社会保障卡复印件"));
			if (confirmed) {
				this.round.as(this.round.school().finance(),
						() -> this.round.services().payees().confirm(this.round.school().finance(), entered, true));
			}
		});
	}

	/** The same pupil always lives in the same kind of household. */
	private static DemoFamily family(CaseView application) {
		var families = DemoFamily.values();
		var mix = List.of(0, 1, 2, 1, 2, 0, 2, 3);
		return families[mix.get((int) (application.enrolmentId() % mix.size()))];
	}

}
