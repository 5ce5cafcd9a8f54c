package org.nuanyang.user;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.nuanyang.job.JobActors;
import org.nuanyang.kernel.Actor;

/** A job runs for its starter only while the account is in use. */
@Component
class JobStarters implements JobActors {

	private final AccountRepository accounts;

	private final UserService users;

	JobStarters(AccountRepository accounts, UserService users) {
		this.accounts = accounts;
		this.users = users;
	}

	@Override
	public Optional<Actor> actor(long userId) {
		return this.accounts.findById(userId)
			.filter((account) -> !account.isDisabled())
			.map((account) -> this.users.actor(userId));
	}

}
