package org.nuanyang.payee;

import java.time.Instant;

/**
 * An account that took the place of another.
 *
 * @param former the masked number that was in force before
 * @param at when the second person confirmed the new one
 */
public record AccountChange(long payeeId, String former, Instant at) {

}
