package org.nuanyang.award;

import java.util.List;
import java.util.Optional;

import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingPart;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * On the page of an accepted filing: how many awards follow from it, and who gets none.
 */
@Component
class AwardFilingPart implements FilingPart {

	private final AwardService awards;

	AwardFilingPart(AwardService awards) {
		this.awards = awards;
	}

	@Override
	public Optional<Section> section(Actor actor, FilingHead filing) {
		if (!filing.isAccepted()) {
			return Optional.empty();
		}
		var ungranted = this.awards.ungranted(actor, filing);
		return Optional.of(new Section("award/_filing", new Awards(filing.id(), filing.schoolId(), filing.people(),
				ungranted, AwardService.mayGrant(actor, filing))));
	}

	/** What the section shows. */
	record Awards(long filingId, long schoolId, int people, List<Ungranted> ungranted, boolean officer) {

		public int granted() {
			return this.people - this.ungranted.size();
		}

		/** Those whom the next press of the button grants. */
		public long open() {
			return this.ungranted.stream().filter((pupil) -> pupil.obstacle() == null).count();
		}

		public List<Ungranted> refused() {
			return this.ungranted.stream().filter((pupil) -> pupil.obstacle() != null).toList();
		}

	}

}
