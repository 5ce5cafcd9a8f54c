package org.nuanyang.org;

/** A class by its grade and its number in it: 五年级(2)班. */
public record ClassNumber(int grade, int number) {

}
