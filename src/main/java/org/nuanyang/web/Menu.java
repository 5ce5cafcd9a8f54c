package org.nuanyang.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.nuanyang.kernel.Actor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the entries that features offer together for one actor. */
@Component
class Menu {

	private final ObjectProvider<MenuEntry> entries;

	private final ObjectProvider<Unread> inbox;

	private final WaitingCounts counts;

	Menu(ObjectProvider<MenuEntry> entries, ObjectProvider<Unread> inbox, WaitingCounts counts) {
		this.entries = entries;
		this.inbox = inbox;
		this.counts = counts;
	}

	/**
	 * A dozen features count what waits, on every page: in one statement, and the unread
	 * messages with them.
	 */
	Frame of(Actor actor, String address) {
		var open = open(actor);
		var questions = Stream
			.concat(open.stream().map((entry) -> entry.waiting().apply(actor)),
					this.inbox.stream().map((unread) -> unread.waiting(actor)))
			.toList();
		var counts = this.counts.of(questions);
		return new Frame(groups(open, counts, address),
				counts.subList(open.size(), counts.size()).stream().mapToLong(Long::longValue).sum());
	}

	private static List<MenuGroup> groups(List<MenuEntry> open, List<Long> counts, String address) {
		var current = open.stream()
			.filter((entry) -> entry.covers(address))
			.max(Comparator.comparingInt((entry) -> entry.path().length()));
		var groups = new LinkedHashMap<String, List<MenuLink>>();
		for (int at = 0; at < open.size(); at++) {
			var entry = open.get(at);
			groups.computeIfAbsent(entry.group(), (name) -> new ArrayList<>())
				.add(new MenuLink(entry.labelKey(), entry.icon(), entry.path(), entry.todo(),
						current.filter(entry::equals).isPresent(), counts.get(at)));
		}
		return groups.entrySet().stream().map((group) -> new MenuGroup(group.getKey(), group.getValue())).toList();
	}

	/** One entry per path: several roles of one person may name the same page. */
	private List<MenuEntry> open(Actor actor) {
		var byPath = new LinkedHashMap<String, MenuEntry>();
		this.entries.stream()
			.filter((entry) -> entry.isFor(actor))
			.sorted(Comparator.comparingInt(MenuEntry::order))
			.forEach((entry) -> byPath.putIfAbsent(entry.path(), entry));
		return List.copyOf(byPath.values());
	}

}
