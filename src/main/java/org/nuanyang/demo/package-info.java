/**
 * The invented county that an empty embedded database begins with, built through the
 * services.
 */
@NullMarked
@ApplicationModule
package org.nuanyang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
