package org.nuanyang.web;

import java.util.List;

import org.nuanyang.kernel.Role;

/**
 * Accounts that everybody may try, told on the sign-in page; only the demo county has
 * any.
 */
public interface PublishedAccounts {

	/** Empty unless the database in use is the demo county's. */
	List<Account> accounts();

	/** The password of them all. */
	String password();

	/** An account to sign in with. */
	record Account(String username, String name, Role role) {

	}

}
