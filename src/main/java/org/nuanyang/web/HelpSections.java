package org.nuanyang.web;

import org.nuanyang.kernel.Actor;

/** Says where the help for a page is; the feature that knows the guide stands above. */
public interface HelpSections {

	/**
	 * @param address of a page
	 * @param reader for whom a page is explained as far as it is that person's work
	 */
	String path(String address, Actor reader);

}
