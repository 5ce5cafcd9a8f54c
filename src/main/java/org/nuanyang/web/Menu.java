package org.nuanyang.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.nuanyang.kernel.Actor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the entries that features offer together for one actor. */
@Component
class Menu {

	private final ObjectProvider<MenuEntry> entries;

	private final TransactionTemplate transaction;

	Menu(ObjectProvider<MenuEntry> entries, PlatformTransactionManager transactions) {
		this.entries = entries;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setReadOnly(true);
	}

	/**
	 * A dozen features count what waits, on every page: in one transaction, not each in
	 * its own.
	 */
	List<MenuGroup> of(Actor actor, String address) {
		return Objects.requireNonNull(this.transaction.execute((status) -> counted(actor, address)));
	}

	private List<MenuGroup> counted(Actor actor, String address) {
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
