package org.nuanyang.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Each class of tests begins on the same day, wherever the one before it, which may share
 * its application, left the clock.
 */
class ClockReset implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		SpringExtension.getApplicationContext(context)
			.getBeanProvider(MutableClock.class)
			.ifAvailable(MutableClock::reset);
	}

}
