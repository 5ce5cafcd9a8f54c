package org.nuanyang.user;

/** A line of the sheet that an administrator hands out: told once, kept nowhere. */
record HandedOver(String name, String placeName, String username, String oneTimePassword) {

	@Override
	public String toString() {
		return "HandedOver[" + this.username + "]";
	}

}
