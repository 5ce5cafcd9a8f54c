package org.nuanyang.user;

/**
 * A county, district or school that an administrator may give accounts to.
 *
 * @param level 0 county, 1 district, 2 school
 */
record PlaceChoice(String value, String name, int level) {

}
