package org.nuanyang.web;

/**
 * A menu entry as it is drawn.
 *
 * @param current whether the page shown belongs to it
 */
public record MenuLink(String labelKey, String icon, String path, boolean current, long count) {

}
