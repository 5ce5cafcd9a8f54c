package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

/** A bank return that came in. */
public record ReturnRow(long id, String fileName, String sha256, String by, ZonedDateTime at, int paid, int failed,
		int problems) {

}
