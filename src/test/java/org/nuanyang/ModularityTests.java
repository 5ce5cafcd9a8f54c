package org.nuanyang;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * No feature uses what stands on its own floor or above, except where its package says
 * so.
 */
class ModularityTests {

	@Test
	void featuresStandOnLowerFloorsOnly() {
		ApplicationModules.of(Nuanyang.class).verify();
	}

}
