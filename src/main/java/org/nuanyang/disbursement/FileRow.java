package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

import org.nuanyang.kernel.Yuan;

/** A bank file that left. */
public record FileRow(long id, int part, String fileName, String sha256, int rows, Yuan total, String by,
		ZonedDateTime at) {

	/** The first and last four characters of the checksum. */
	public String shortHash() {
		return this.sha256.substring(0, 4) + "…" + this.sha256.substring(this.sha256.length() - 4);
	}

}
