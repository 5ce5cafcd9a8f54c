package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/**
 * Batches on the workbench: those that wait for the reader, and those that wait for
 * others.
 */
@Component
class BatchWork implements WorkItemSource {

	private final BatchPages batches;

	BatchWork(BatchPages batches) {
		this.batches = batches;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL)) {
			return List.of();
		}
		var all = this.batches.batches(actor);
		var items = new ArrayList<WorkItem>();
		for (var action : BatchPages.WAITING) {
			var waiting = all.stream().filter((batch) -> batch.waitsFor(action)).toList();
			if (!waiting.isEmpty()) {
				items.add(item(actor, action, waiting));
			}
		}
		explained(actor).ifPresent(items::add);
		arrivals(actor).forEach(items::add);
		recovery(actor, false, Role.PRINCIPAL).ifPresent(items::add);
		recovery(actor, true, Role.FINANCE).ifPresent(items::add);
		return items;
	}

	/** Lines of returns that count for nothing once the principal agrees. */
	private Optional<WorkItem> explained(Actor actor) {
		var lines = this.batches.explainedLines();
		if (lines.isEmpty() || !actor.is(Role.PRINCIPAL, Role.FINANCE)) {
			return Optional.empty();
		}
		var mine = actor.is(Role.PRINCIPAL);
		return Optional
			.of(new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "disbursement.work.VOID_LINE" + (mine ? "" : ".others"),
					lines.values().stream().mapToLong(Long::longValue).sum(),
					(lines.size() == 1) ? "/batches/" + lines.keySet().iterator().next() + "/problems" : "/batches")
				.waitingFor(Role.PRINCIPAL));
	}

	/**
	 * What arrived after all: for the principal, or finance where the officer says so.
	 */
	private List<WorkItem> arrivals(Actor actor) {
		return this.batches.arrivals().stream().map((one) -> {
			var mine = actor.is(Role.PRINCIPAL) || (actor.is(Role.FINANCE) && one.as() != Role.FINANCE);
			var by = (one.as() == Role.FINANCE) ? new Role[] { Role.PRINCIPAL }
					: new Role[] { Role.PRINCIPAL, Role.FINANCE };
			return new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "disbursement.work.ARRIVAL" + (mine ? "" : ".others"),
					1, one.path())
				.waitingFor(by);
		}).toList();
	}

	/** False claims: the principal decides, then finance registers what comes in. */
	private Optional<WorkItem> recovery(Actor actor, boolean decided, Role whose) {
		var demands = this.batches.demands(decided);
		if (demands.isEmpty()) {
			return Optional.empty();
		}
		var mine = actor.is(whose);
		var key = "disbursement.work." + (decided ? "RECEIVE" : "RECOVER") + (mine ? "" : ".others");
		return Optional.of(new WorkItem(mine ? Turn.MINE : Turn.OTHERS, key, demands.size(), demands.getFirst().path())
			.waitingFor(whose));
	}

	private static WorkItem item(Actor actor, BatchAction action, List<BatchRow> waiting) {
		var mine = action.isFor(actor);
		return new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "disbursement.work." + action + (mine ? "" : ".others"),
				waiting.size(), (waiting.size() == 1) ? "/batches/" + waiting.getFirst().id() : "/batches")
			.waitingFor(action.roles().toArray(Role[]::new));
	}

}
