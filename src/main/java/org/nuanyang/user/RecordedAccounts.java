package org.nuanyang.user;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.audit.Recorded;
import org.springframework.stereotype.Component;

/** Names the accounts of audit entries. */
@Component
class RecordedAccounts implements Recorded {

	private final AccountRepository accounts;

	RecordedAccounts(AccountRepository accounts) {
		this.accounts = accounts;
	}

	@Override
	public String subjectType() {
		return "user";
	}

	@Override
	public Map<Long, String> names(Set<Long> ids) {
		return this.accounts.findAllById(ids)
			.stream()
			.collect(Collectors.toMap((account) -> Objects.requireNonNull(account.id()), Account::name));
	}

}
