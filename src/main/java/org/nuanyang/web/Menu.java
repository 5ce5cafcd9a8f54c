package org.nuanyang.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.nuanyang.kernel.Actor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the entries that features offer together for one actor. */
@Component
class Menu {

	private final ObjectProvider<MenuEntry> entries;

	Menu(ObjectProvider<MenuEntry> entries) {
		this.entries = entries;
	}

	List<MenuGroup> of(Actor actor, String address) {
		var open = open(actor);
		var current = open.stream()
			.filter((entry) -> entry.covers(address))
			.max(Comparator.comparingInt((entry) -> entry.path().length()));
		var groups = new LinkedHashMap<String, List<MenuLink>>();
		for (var entry : open) {
			groups.computeIfAbsent(entry.group(), (name) -> new ArrayList<>())
				.add(new MenuLink(entry.labelKey(), entry.icon(), entry.path(),
						current.filter(entry::equals).isPresent(), entry.count().applyAsLong(actor)));
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
