package org.nuanyang.web;

import java.util.Set;
import java.util.function.Function;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * A link of the side menu. Features declare theirs as beans; the menu shows those of the
 * actor's roles, one per path, by order: 0–99 without a heading, 100–199 group "aid",
 * 200–299 "care", 300–399 "manage".
 *
 * @param group "", "aid", "care" or "manage": the heading {@code web.menu.group.<group>}
 * @param labelKey message key
 * @param icon name in icons.svg, without its "i-"
 * @param waiting how much waits for this actor there; only what the actor has to do, 0 is
 * not shown
 * @param todo where exactly what waits is listed
 */
public record MenuEntry(String group, int order, String labelKey, String icon, String path, Set<Role> roles,
		Function<Actor, Waiting> waiting, String todo) {

	public MenuEntry {
		roles = Set.copyOf(roles);
	}

	/** What waits is what its page lists with {@code mine}. */
	public MenuEntry(String group, int order, String labelKey, String icon, String path, Set<Role> roles,
			Function<Actor, Waiting> waiting) {
		this(group, order, labelKey, icon, path, roles, waiting, path + "?mine=true");
	}

	public MenuEntry(String group, int order, String labelKey, String icon, String path, Set<Role> roles) {
		this(group, order, labelKey, icon, path, roles, (actor) -> Waiting.NOTHING);
	}

	boolean isFor(Actor actor) {
		return this.roles.stream().anyMatch(actor::is);
	}

	/** Whether a page of this address belongs to the entry. */
	boolean covers(String address) {
		return this.path.equals(address) || (!"/".equals(this.path) && address.startsWith(this.path + "/"));
	}

}
