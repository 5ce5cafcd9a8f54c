package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
		var held = held(all);
		for (var action : BatchPages.WAITING) {
			var waiting = all.stream()
				.filter((batch) -> batch.waitsFor(action)
						&& !(action == BatchAction.REISSUE && held.contains(batch.id())))
				.toList();
			if (!waiting.isEmpty()) {
				items.add(item(actor, action, waiting));
			}
		}
		lines(actor, false, Role.FINANCE).ifPresent(items::add);
		lines(actor, true, Role.PRINCIPAL).ifPresent(items::add);
		if (actor.is(Role.OFFICER) && !held.isEmpty()) {
			items.add(new WorkItem(Turn.OTHERS, "disbursement.work.HELD.others", held.size(), problems(held))
				.waitingFor(Role.FINANCE));
		}
		arrivals(actor).forEach(items::add);
		recovery(actor, false, Role.PRINCIPAL).ifPresent(items::add);
		recovery(actor, true, Role.FINANCE).ifPresent(items::add);
		return items;
	}

	/** Batches whose failed rows cannot be paid again before a line is cleared up. */
	private Set<Long> held(List<BatchRow> all) {
		return all.stream()
			.filter((batch) -> batch.waitsFor(BatchAction.REISSUE) && this.batches.isHeld(batch.id()))
			.map(BatchRow::id)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Lines of returns that stand against a batch: finance says what they are, and once
	 * the principal agrees they count for nothing.
	 */
	private Optional<WorkItem> lines(Actor actor, boolean explained, Role whose) {
		var lines = this.batches.openLines(explained);
		if (lines.isEmpty() || !actor.is(Role.PRINCIPAL, Role.FINANCE)) {
			return Optional.empty();
		}
		var mine = actor.is(whose);
		var key = "disbursement.work." + (explained ? "VOID_LINE" : "EXPLAIN_LINE") + (mine ? "" : ".others");
		return Optional.of(new WorkItem(mine ? Turn.MINE : Turn.OTHERS, key,
				lines.values().stream().mapToLong(Long::longValue).sum(), problems(lines.keySet()))
			.waitingFor(whose));
	}

	private static String problems(Set<Long> batches) {
		return (batches.size() == 1) ? "/batches/" + batches.iterator().next() + "/problems" : "/batches";
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
