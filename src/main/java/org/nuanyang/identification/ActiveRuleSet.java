package org.nuanyang.identification;

import org.nuanyang.kernel.SchoolYear;

/**
 * The rule set in force in a school year, with the name and version that an assessment
 * keeps.
 */
record ActiveRuleSet(long id, String name, String nameEn, SchoolYear year, int version, RuleSet rules) {

}
