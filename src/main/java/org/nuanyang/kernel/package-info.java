/**
 * Values that every feature shares: who acts, what they may see, money, school years,
 * identity numbers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.nuanyang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
