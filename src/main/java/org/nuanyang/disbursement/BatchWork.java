package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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

	/** Within so many days whoever waits is told, too. */
	private static final int SOON = 14;

	private final BatchPages batches;

	private final Clock clock;

	BatchWork(BatchPages batches, Clock clock) {
		this.batches = batches;
		this.clock = clock;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL)) {
			return List.of();
		}
		var all = this.batches.batches(actor);
		var owed = this.batches.owed(actor);
		var items = new ArrayList<WorkItem>();
		toPrepare(actor, owed).ifPresent(items::add);
		var held = held(all);
		for (var action : BatchPages.WAITING) {
			var waiting = all.stream()
				.filter((batch) -> batch.waitsFor(action)
						&& !(action == BatchAction.REISSUE && held.contains(batch.id())))
				.collect(Collectors.partitioningBy((batch) -> batch.isFor(actor, action)));
			waiting.forEach((mine, some) -> {
				if (!some.isEmpty()) {
					items.add(due(item(mine, action, some), some.stream().map(BatchRow::id).toList(), owed));
				}
			});
		}
		lines(actor, false, Role.FINANCE).ifPresent(items::add);
		lines(actor, true, Role.PRINCIPAL).ifPresent(items::add);
		if (actor.is(Role.OFFICER) && !held.isEmpty()) {
			items.add(due(new WorkItem(Turn.OTHERS, "disbursement.work.HELD.others", held.size(), problems(held))
				.waitingFor(Role.FINANCE), held, owed));
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

	/** Money of a term under way that no batch lists: the officer prepares one. */
	private Optional<WorkItem> toPrepare(Actor actor, List<OwedMoney> owed) {
		var mine = BatchAction.PREPARE.isFor(actor);
		return OwedMoney.first(owed.stream().filter((one) -> one.batch() == null).toList())
			.filter((first) -> mine || first.dueOn().isBefore(LocalDate.now(this.clock).plusDays(SOON)))
			.map((first) -> new WorkItem(mine ? Turn.MINE : Turn.OTHERS,
					"disbursement.work.PREPARE" + (mine ? "" : ".others"), first.pupils(),
					mine ? first.preparation() : "/batches", first.dueOn(), List.of(first.amount().toString()))
				.waitingFor(Role.OFFICER));
	}

	/** With the day by which the money of those batches is to arrive, and how much. */
	private static WorkItem due(WorkItem item, Collection<Long> batches, List<OwedMoney> owed) {
		return OwedMoney.first(owed.stream().filter((one) -> batches.contains(one.batch())).toList())
			.map((first) -> item.due(first.dueOn())
				.noting("disbursement.work.owed", first.pupils(), first.amount().toString()))
			.orElse(item);
	}

	private static WorkItem item(boolean mine, BatchAction action, List<BatchRow> waiting) {
		return new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "disbursement.work." + action + (mine ? "" : ".others"),
				waiting.size(), (waiting.size() == 1) ? "/batches/" + waiting.getFirst().id() : "/batches")
			.waitingFor(action.roles().toArray(Role[]::new));
	}

}
