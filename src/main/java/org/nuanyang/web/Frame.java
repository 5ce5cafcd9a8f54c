package org.nuanyang.web;

import java.util.List;

/**
 * What the frame of a page asks the database for.
 *
 * @param unread messages not read yet
 */
record Frame(List<MenuGroup> groups, long unread) {

	static final Frame EMPTY = new Frame(List.of(), 0);

}
