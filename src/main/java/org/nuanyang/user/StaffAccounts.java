package org.nuanyang.user;

import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.importing.ImportChange;
import org.nuanyang.importing.ImportCommit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

/** Writes imported staff and takes them back, within the import's own transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StaffAccounts {

	private final AccountRepository accounts;

	private final UserService users;

	private final Audit audit;

	StaffAccounts(AccountRepository accounts, UserService users, Audit audit) {
		this.accounts = accounts;
		this.users = users;
		this.audit = audit;
	}

	void write(Actor actor, StaffRow row, ImportCommit commit) {
		if (row.known() == null) {
			var id = this.users.createWithoutPassword(actor, row.username(), row.name(), row.place(), row.roles());
			commit.created("user", id, account(id).version());
			return;
		}
		var before = StaffImporter.written(account(row.known()).roles());
		this.users.assign(actor, row.known(), row.roles());
		commit.changed("user", row.known(), before, account(row.known()).version());
	}

	void undo(Actor actor, ImportChange change) {
		var account = account(change.id());
		if (account.version() != change.version()) {
			throw new RuleViolation("user.staff.changed-since", account.name());
		}
		var before = change.before();
		if (before != null) {
			this.users.assign(actor, change.id(), StaffImporter.roles(before));
			return;
		}
		this.accounts.delete(account);
		this.accounts.flush();
		this.audit.record(actor, account.schoolId(), "user.import-undone", "user", change.id(), Map.of());
	}

	private Account account(long id) {
		this.accounts.flush();
		return Objects.requireNonNull(this.accounts.findById(id).orElse(null));
	}

}
