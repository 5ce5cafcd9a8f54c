package org.nuanyang.objection;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.user.MissingAccounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schools where everybody had a hand in what is objected to. */
@Component
class MissingExaminers implements MissingAccounts {

	private final Examiners examiners;

	MissingExaminers(Examiners examiners) {
		this.examiners = examiners;
	}

	@Override
	@Transactional(readOnly = true)
	public List<MissingAccount> of(Actor administrator) {
		return this.examiners.stuck(administrator)
			.stream()
			.map((stuck) -> new MissingAccount("objection.account.missing", stuck.school(), stuck.count()))
			.toList();
	}

}
