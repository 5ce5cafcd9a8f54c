package org.nuanyang.award;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingPart;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.programme.ProgrammeView;
import org.springframework.stereotype.Component;

/**
 * On the page of an accepted filing: how many awards follow from it, and who gets none.
 */
@Component
class AwardFilingPart implements FilingPart {

	private final AwardService awards;

	private final Recommendations recommendations;

	AwardFilingPart(AwardService awards, Recommendations recommendations) {
		this.awards = awards;
		this.recommendations = recommendations;
	}

	@Override
	public Optional<Section> section(Actor actor, FilingHead filing) {
		if (!filing.isAccepted()) {
			return Optional.empty();
		}
		var officer = AwardService.mayGrant(actor, filing);
		var lists = this.awards.programmes(filing).stream().map((programme) -> {
			var asking = this.awards.asking(actor, filing, programme.id()).size();
			return new Awards(filing.id(), filing.schoolId(), programme, asking,
					this.awards.ungranted(actor, filing, programme.id()), officer,
					this.recommendations.waiting(filing.schoolId(), programme.id()), mayApprove(actor, filing));
		}).toList();
		return Optional.of(new Section("award/_filing", lists));
	}

	private static boolean mayApprove(Actor actor, FilingHead filing) {
		return actor.is(Role.PRINCIPAL) && actor.scope().write().contains(filing.schoolId());
	}

	/** What the section shows of one programme. */
	record Awards(long filingId, long schoolId, ProgrammeView programme, int people, List<Ungranted> ungranted,
			boolean officer, Map<Long, Recommendations.Waiting> waiting, boolean principal) {

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

		/** Whom only a recommendation could help. */
		public List<Ungranted> recommendable() {
			return this.ungranted.stream().filter((pupil) -> pupil.obstacle() == Obstacle.NOT_RECOMMENDED).toList();
		}

	}

}
