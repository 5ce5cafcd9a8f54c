package org.nuanyang.fund;

import org.nuanyang.kernel.Yuan;

/** One payment within an entry: the row of the batch and what it was paid. */
public record PaidLine(long lineId, Yuan amount) {

}
