package org.nuanyang.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/**
 * Awards on the workbench: those that an accepted filing of this school year or the last
 * still lacks.
 */
@Component
class AwardWork implements WorkItemSource {

	private final FilingService filings;

	private final AwardService awards;

	private final AwardLeavers leavers;

	private final Clock clock;

	AwardWork(FilingService filings, AwardService awards, AwardLeavers leavers, Clock clock) {
		this.leavers = leavers;
		this.clock = clock;
		this.filings = filings;
		this.awards = awards;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		var items = new ArrayList<WorkItem>();
		var since = SchoolYear.of(LocalDate.now(this.clock)).previous().firstYear();
		for (var filing : this.filings.list(actor)) {
			var open = (filing.year().firstYear() >= since && AwardService.mayGrant(actor, filing))
					? open(actor, filing) : 0;
			if (open > 0) {
				items.add(new WorkItem(Turn.MINE, "award.work.grant", open, "/filings/" + filing.id(), null,
						List.of(filing.number())));
			}
		}
		if (actor.is(Role.OFFICER) && actor.schoolId() != null) {
			var gone = this.leavers.of(actor.ownSchool());
			if (!gone.isEmpty()) {
				items.add(new WorkItem(Turn.MINE, "award.work.leavers", gone.size(), (gone.size() == 1)
						? "/awards/" + gone.getFirst().awardId() : "/awards?year=" + gone.getFirst().year()));
			}
		}
		return items;
	}

	private long open(Actor actor, FilingHead filing) {
		return this.awards.programmes(filing)
			.stream()
			.flatMap((programme) -> this.awards.ungranted(actor, filing, programme.id()).stream())
			.filter((pupil) -> pupil.obstacle() == null)
			.count();
	}

}
