package org.nuanyang.user;

import java.util.List;

import org.nuanyang.kernel.Actor;

/**
 * A feature whose work stands still because no account may do it; the administrator, who
 * sees nothing of the work itself, is told on the list of accounts.
 */
public interface MissingAccounts {

	List<MissingAccount> of(Actor administrator);

	/**
	 * One account that is missing.
	 *
	 * @param key message that says for what, with the school as {0} and how much waits as
	 * {1}
	 */
	record MissingAccount(String key, String school, long waiting) {

	}

}
