package org.nuanyang.web;

/**
 * A menu entry as it is drawn.
 *
 * @param todo where exactly what waits is listed
 * @param current whether the page shown belongs to it
 */
public record MenuLink(String labelKey, String icon, String path, String todo, boolean current, long count) {

	/** While something waits there, the link leads to as many lines as it shows. */
	public String href() {
		return (this.count > 0) ? this.todo : this.path;
	}

}
