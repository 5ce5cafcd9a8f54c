package org.nuanyang.identification;

import org.springframework.context.MessageSourceResolvable;

/**
 * Something wrong in the file of a rule set: where it stands, and what to do.
 *
 * @param path the place as a form names its fields, such as {@code groups.0.max}
 */
record RuleSetProblem(String path, MessageSourceResolvable place, MessageSourceResolvable what) {

}
