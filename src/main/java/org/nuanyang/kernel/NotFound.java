package org.nuanyang.kernel;

/**
 * What was asked for does not exist or is not for this actor: the two look alike (404).
 */
public class NotFound extends RuntimeException {

	public NotFound(String what) {
		super(what);
	}

}
