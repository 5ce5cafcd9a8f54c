package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.time.ZonedDateTime;

import org.nuanyang.kernel.Yuan;

/** What was recorded of the signed sheet (签收登记). */
public record SignatureSheet(LocalDate signedOn, String by, ZonedDateTime at, int signed, Yuan amount, int unsigned) {

}
