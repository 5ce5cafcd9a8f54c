package org.nuanyang.web;

/** Says where the help for a page is; the feature that knows the guide stands above. */
public interface HelpSections {

	/**
	 * @param address of a page
	 */
	String path(String address);

}
