package org.nuanyang.objection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Component;

/**
 * On the page of a case: the objections to it, for those who may open them. A class
 * teacher reads of none here, and nobody reads who objected.
 */
@Component
class ObjectionPart implements CasePart {

	private final ObjectionService objections;

	ObjectionPart(ObjectionService objections) {
		this.objections = objections;
	}

	@Override
	public int order() {
		return 25;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		if (!actor.is(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR)) {
			return Optional.empty();
		}
		List<ObjectionRow> rows = this.objections.list(actor)
			.stream()
			.filter((row) -> Objects.equals(row.applicationId(), application.id()))
			.toList();
		return rows.isEmpty() ? Optional.empty() : Optional.of(new Card("objection/_case", rows));
	}

}
