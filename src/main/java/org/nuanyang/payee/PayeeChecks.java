package org.nuanyang.payee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Component;

/**
 * What is asked of an account (data-exchange.md 5.5): whose it may be, and what is odd
 * about it.
 */
@Component
class PayeeChecks {

	private final PayeeRepository payees;

	private final StudentService students;

	PayeeChecks(PayeeRepository payees, StudentService students) {
		this.payees = payees;
		this.students = students;
	}

	/**
	 * The holder is the pupil exactly when the account is the pupil's own; a stranger to
	 * the pupil's file needs an authorisation.
	 */
	void requireHolder(Actor actor, PayeeEntry entry, PupilView pupil) {
		var own = new PersonName(entry.holder()).matches(new PersonName(pupil.name()));
		if (entry.relation() == PayeeRelation.SELF && !own && !Spelling.isOf(entry.holder(), pupil.name())) {
			throw RuleViolation.on("holder", "payee.holder.other", pupil.name());
		}
		if (entry.relation() != PayeeRelation.SELF && own) {
			throw RuleViolation.on("relation", "payee.holder.own", pupil.name());
		}
		if (entry.authorisation() == null && needsAuthorisation(actor, entry, pupil)) {
			throw RuleViolation.on("authorisation", "payee.authorisation.missing");
		}
	}

	/** Neither the pupil nor anybody whom the pupil's file knows as family. */
	private boolean needsAuthorisation(Actor actor, PayeeEntry entry, PupilView pupil) {
		return entry.relation() == PayeeRelation.OTHER || (entry.relation() != PayeeRelation.SELF
				&& !isRegistered(actor, new PersonName(entry.holder()), pupil));
	}

	private boolean isRegistered(Actor actor, PersonName holder, PupilView pupil) {
		return this.students.guardians(actor, pupil.id())
			.stream()
			.anyMatch((guardian) -> holder.matches(new PersonName(guardian.name())));
	}

	/**
	 * What is odd about an account; the second person confirms it knowingly or not at
	 * all.
	 */
	List<PayeeWarning> warnings(Actor actor, Payee payee) {
		var pupil = this.students.pupil(actor, payee.enrolmentId());
		var found = new ArrayList<PayeeWarning>();
		var account = payee.account();
		if (!account.isCardLong()) {
			// The check digit is that of cards.
			found.add(new PayeeWarning("payee.warning.length", List.of(String.valueOf(account.number().length()))));
		}
		else if (!payee.luhnValid()) {
			found.add(new PayeeWarning("payee.warning.luhn", List.of()));
		}
		var sharing = sharing(payee);
		if (!sharing.isEmpty()) {
			var names = this.students.pupils(actor, sharing).stream().map(PupilView::name).toList();
			found.add(new PayeeWarning("payee.warning.shared", List.of(String.join("、", names))));
		}
		holderWarning(actor, payee, pupil).ifPresent(found::add);
		return found;
	}

	/** Whether other pupils of the school have the same account. */
	boolean isShared(Payee payee) {
		return !sharing(payee).isEmpty();
	}

	private List<Long> sharing(Payee payee) {
		return this.payees.sharing(payee.schoolId(), payee.accountFingerprint(), payee.enrolmentId());
	}

	private Optional<PayeeWarning> holderWarning(Actor actor, Payee payee, PupilView pupil) {
		var holder = new PersonName(payee.holder());
		if (payee.relation() == PayeeRelation.SELF) {
			return holder.matches(new PersonName(pupil.name())) ? Optional.empty()
					: Optional.of(new PayeeWarning("payee.warning.holder-self", List.of(pupil.name())));
		}
		return isRegistered(actor, holder, pupil) ? Optional.empty()
				: Optional.of(new PayeeWarning("payee.warning.holder", List.of()));
	}

}
