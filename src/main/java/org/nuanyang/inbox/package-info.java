/**
 * Messages inside the product (站内消息): what others changed in one's cases. Hears the deeds
 * that are recorded, in their transaction, and knows which of them concern whom.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "audit", "org", "job", "web", "application" })
package org.nuanyang.inbox;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
