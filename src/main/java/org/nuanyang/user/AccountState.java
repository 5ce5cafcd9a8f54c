package org.nuanyang.user;

/** The tabs of the list of accounts. */
public enum AccountState {

	/** May sign in. */
	ACTIVE,
	/** Made, but its person has not chosen a password yet. */
	WAITING,
	/** May not sign in. */
	DISABLED

}
