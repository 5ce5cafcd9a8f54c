/**
 * Notice of fund use (资金使用公告): what came in, was allocated and was used, as totals only,
 * drafted by one person, approved by another, open to everybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "audit", "org", "web", "fund" })
package org.nuanyang.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
