package org.nuanyang.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/**
 * Who may have been passed over, and which cases lack papers: for the officer to look at.
 */
@Component
class FigureWork implements WorkItemSource {

	private static final Set<Measure> LOOKED_AT = EnumSet.of(Measure.UNAPPLIED, Measure.PAPERS);

	private final FigureService figures;

	FigureWork(FigureService figures) {
		this.figures = figures;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(Role.OFFICER) || actor.school().isEmpty()) {
			return List.of();
		}
		var open = this.figures.open(actor, LOOKED_AT);
		return LOOKED_AT.stream()
			.filter((measure) -> open.getOrDefault(measure, 0L) > 0)
			.map((measure) -> new WorkItem(Turn.ATTENTION, "report.work." + measure, open.getOrDefault(measure, 0L),
					"/overview/" + measure.path() + "?met=false"))
			.toList();
	}

}
