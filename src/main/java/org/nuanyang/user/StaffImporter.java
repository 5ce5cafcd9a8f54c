package org.nuanyang.user;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.nuanyang.importing.ImportChange;
import org.nuanyang.importing.ImportCommit;
import org.nuanyang.importing.ImportContext;
import org.nuanyang.importing.ImportField;
import org.nuanyang.importing.ImportRow;
import org.nuanyang.importing.Importer;
import org.nuanyang.kernel.Role;

/**
 * Staff accounts from a spreadsheet. The accounts wait without a usable password until
 * the administrator has one-time passwords printed; those are kept nowhere.
 */
@Component
class StaffImporter implements Importer<StaffRow> {

	private final AccountRepository accounts;

	private final StaffAccounts staff;

	private final Places places;

	StaffImporter(AccountRepository accounts, StaffAccounts staff, Places places) {
		this.accounts = accounts;
		this.staff = staff;
		this.places = places;
	}

	@Override
	public String kind() {
		return "user.staff";
	}

	@Override
	public String subject() {
		return "user";
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.ADMIN);
	}

	@Override
	public boolean ofSchool() {
		return false;
	}

	@Override
	public List<ImportField> fields() {
		return List.of(ImportField.of("name", "姓名", "教师姓名", "教职工姓名", "name").asRequired(),
				ImportField.of("username", "用户名", "登录名", "账号", "帐号", "username").asRequired(),
				ImportField.of("place", "单位", "学校", "所在学校", "所属单位", "工作单位", "place", "school"),
				ImportField.of("roles", "角色", "岗位", "职务", "身份", "role", "roles").asRequired());
	}

	@Override
	public Reader<StaffRow> reader(ImportContext context) {
		return new StaffReader(this.accounts, this.places.choices(context.actor()),
				(value) -> this.places.chosen(context.actor(), value), context.actor().userId());
	}

	/**
	 * Who is not in the file keeps the account: people are not dismissed by a
	 * spreadsheet.
	 */
	@Override
	public List<Missing> compare(List<ImportRow<StaffRow>> rows, ImportContext context) {
		var first = new HashMap<String, String>();
		for (var row : rows) {
			var staffRow = row.value();
			if (staffRow == null) {
				continue;
			}
			var before = first.putIfAbsent(staffRow.username(), row.place());
			if (before != null) {
				row.reject("username", "user.staff.twice", before);
			}
			else if (staffRow.known() != null) {
				compare(row, staffRow, staffRow.known());
			}
		}
		return List.of();
	}

	private void compare(ImportRow<StaffRow> row, StaffRow staffRow, long known) {
		var account = this.accounts.findById(known).orElseThrow();
		if (account.roles().equals(staffRow.roles())) {
			row.isSame();
		}
		else {
			row.doubt("roles", "user.staff.roles-change");
			row.isChanged(List.of("roles"));
		}
	}

	@Override
	public void commit(List<ImportRow<StaffRow>> rows, ImportContext context, ImportCommit commit) {
		for (var row : rows) {
			this.staff.write(context.actor(), Objects.requireNonNull(row.value()), commit);
			commit.wroteRow();
		}
	}

	@Override
	public void undo(List<ImportChange> changes, ImportContext context, Restored restored) {
		changes.forEach((change) -> this.staff.undo(context.actor(), change));
	}

	/** The roles as an undo needs them. */
	static String written(Set<Role> roles) {
		return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
	}

	static Set<Role> roles(String written) {
		return Arrays.stream(written.toUpperCase(Locale.ROOT).split(","))
			.map(Role::valueOf)
			.collect(Collectors.toUnmodifiableSet());
	}

}
