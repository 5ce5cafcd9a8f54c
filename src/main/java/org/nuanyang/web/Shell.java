package org.nuanyang.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the frame of a page shows around it: the person, the place, the term, the menu.
 */
public final class Shell {

	private static final Set<Role> MAY_SEARCH = Set.of(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.COUNSELLOR,
			Role.DISTRICT, Role.COUNTY, Role.AUDITOR);

	/** What a head teacher opens between two lessons. */
	private static final List<String> AT_HAND = List.of("/", "/students", "/visits");

	private final @Nullable Actor actor;

	private final String path;

	private final @Nullable String query;

	private final String term;

	private final Function<Actor, Frame> menu;

	private final UnaryOperator<String> help;

	private @Nullable Frame frame;

	Shell(@Nullable Actor actor, String path, @Nullable String query, String term, Function<Actor, Frame> menu,
			UnaryOperator<String> help) {
		this.actor = actor;
		this.path = path;
		this.query = query;
		this.term = term;
		this.menu = menu;
		this.help = help;
	}

	public boolean isSignedIn() {
		return this.actor != null;
	}

	public String getName() {
		return (this.actor != null) ? this.actor.name() : "";
	}

	public List<Role> getRoles() {
		return (this.actor != null) ? this.actor.roles().stream().sorted().toList() : List.of();
	}

	/** The school, district or county the person works for. */
	public String getPlace() {
		return (this.actor != null) ? this.actor.orgName() : "";
	}

	public String getTerm() {
		return this.term;
	}

	public boolean isSearch() {
		return this.actor != null && MAY_SEARCH.stream().anyMatch(this.actor::is);
	}

	/** Asked for only by pages that draw the menu, since its counts are queries. */
	public List<MenuGroup> getGroups() {
		return frame().groups();
	}

	/** Message key of what the person's home page is called. */
	public String getHome() {
		return getGroups().stream()
			.flatMap((group) -> group.entries().stream())
			.filter((entry) -> entry.path().equals("/"))
			.findFirst()
			.map(MenuLink::labelKey)
			.orElse("web.app");
	}

	/** How much of what this page is about waits for the person. */
	public long getWaiting() {
		return getGroups().stream()
			.flatMap((group) -> group.entries().stream())
			.filter(MenuLink::current)
			.mapToLong(MenuLink::count)
			.sum();
	}

	/** The entries at the bottom of a phone: a head teacher's, nobody else's. */
	public List<MenuLink> getThumb() {
		if (this.actor == null || !this.actor.is(Role.HEAD_TEACHER)) {
			return List.of();
		}
		return getGroups().stream()
			.flatMap((group) -> group.entries().stream())
			.filter((entry) -> AT_HAND.contains(entry.path()))
			.toList();
	}

	/** Messages not read yet; asked for only by pages that draw the bell. */
	public long getUnread() {
		return frame().unread();
	}

	/** Once per page, however many parts of the frame draw from it. */
	private Frame frame() {
		if (this.frame == null) {
			this.frame = (this.actor != null) ? this.menu.apply(this.actor) : Frame.EMPTY;
		}
		return this.frame;
	}

	/** Where the guide explains this page. */
	public String getHelp() {
		return this.help.apply(this.path);
	}

	/** This address, to come back to. */
	public String getPath() {
		return (this.query != null) ? this.path + "?" + this.query : this.path;
	}

	/** This address with another page of its list. */
	public String page(int number) {
		return with("page", String.valueOf(number));
	}

	/**
	 * This address with one parameter changed; the list starts again from its first page.
	 */
	public String with(String parameter, @Nullable String value) {
		var address = UriComponentsBuilder.fromUriString(getPath()).replaceQueryParam("page");
		// What the browser sent is encoded already: only the new value is to be.
		return ((value == null || value.isEmpty()) ? address.replaceQueryParam(parameter)
				: address.replaceQueryParam(parameter, UriUtils.encode(value, StandardCharsets.UTF_8)))
			.build()
			.toUriString();
	}

}
