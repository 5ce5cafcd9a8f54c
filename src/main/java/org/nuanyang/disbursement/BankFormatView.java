package org.nuanyang.disbursement;

/** A bank format to choose from. */
public record BankFormatView(String code, String name, String nameEn) {

}
