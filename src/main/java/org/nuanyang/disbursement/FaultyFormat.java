package org.nuanyang.disbursement;

/** A bank format that is left out, and why. */
public record FaultyFormat(BankFormatView format, FormatFault fault) {

}
