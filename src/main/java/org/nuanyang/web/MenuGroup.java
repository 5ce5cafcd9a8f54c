package org.nuanyang.web;

import java.util.List;

/** Entries of the side menu under one heading, or under none. */
public record MenuGroup(String name, List<MenuLink> entries) {

	public boolean labelled() {
		return !this.name.isEmpty();
	}

	public String labelKey() {
		return "web.menu.group." + this.name;
	}

}
