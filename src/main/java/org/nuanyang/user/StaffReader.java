package org.nuanyang.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.importing.Importer;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.Place;

/** Reads one member of staff from a row and says what is wrong with it. */
class StaffReader implements Importer.Reader<StaffRow> {

	private final AccountRepository accounts;

	private final List<PlaceChoice> choices;

	private final Function<String, Place> places;

	private final long importer;

	StaffReader(AccountRepository accounts, List<PlaceChoice> choices, Function<String, Place> places, long importer) {
		this.accounts = accounts;
		this.choices = choices;
		this.places = places;
		this.importer = importer;
	}

	@Override
	public @Nullable StaffRow read(ImportRow<StaffRow> row) {
		var name = row.text("name");
		row.label(name);
		if (name.isEmpty() || name.length() > 60) {
			row.reject("name", "user.staff.name");
		}
		var username = row.text("username").toLowerCase(Locale.ROOT);
		if (!AccountRules.isUsername(username)) {
			row.reject("username", "user.username.invalid");
		}
		var roles = roles(row);
		var place = place(row);
		place.filter((found) -> !roles.isEmpty()).ifPresent((found) -> checkRoles(row, roles, found));
		var known = this.accounts.findByUsername(username);
		known.ifPresent((account) -> place.ifPresent((found) -> checkKnown(row, account, found)));
		return (row.isRejected() || place.isEmpty()) ? null
				: new StaffRow(username, name, place.get(), roles, known.map(Account::id).orElse(null));
	}

	private static Set<Role> roles(ImportRow<StaffRow> row) {
		var roles = EnumSet.noneOf(Role.class);
		for (var word : row.text("roles").split("[、,，;；/+\\n]+")) {
			RoleWords.role(word)
				.ifPresentOrElse(roles::add, () -> row.reject("roles", "user.staff.role", word.strip()));
		}
		return roles;
	}

	/** A school's own administrator may leave the column out. */
	private Optional<Place> place(ImportRow<StaffRow> row) {
		var written = row.text("place");
		var found = this.choices.stream()
			.filter((choice) -> (written.isEmpty()) ? this.choices.size() == 1 : choice.name().equals(written))
			.toList();
		if (found.size() == 1) {
			return Optional.of(this.places.apply(found.getFirst().value()));
		}
		if (written.isEmpty()) {
			row.reject("place", "user.staff.place-missing");
			return Optional.empty();
		}
		row.reject("place", found.isEmpty() ? "user.staff.place" : "user.staff.place-unclear", written);
		return Optional.empty();
	}

	private static void checkRoles(ImportRow<StaffRow> row, Set<Role> roles, Place place) {
		try {
			AccountRules.checkRoles(roles, place);
		}
		catch (RuleViolation refused) {
			row.reject("roles", refused);
		}
	}

	/**
	 * The same user name at the same place is the same person; anything else is somebody
	 * else's.
	 */
	private void checkKnown(ImportRow<StaffRow> row, Account account, Place place) {
		if (account.id() != null && account.id() == this.importer) {
			row.reject("username", "user.account.own");
		}
		else if (!account.name().equals(row.text("name")) || !account.isAt(place)) {
			row.reject("username", "user.username.taken", account.username());
		}
	}

}
