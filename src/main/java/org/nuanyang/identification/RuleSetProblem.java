package org.nuanyang.identification;

import org.springframework.context.MessageSourceResolvable;

/** Something wrong in the file of a rule set: where it stands, and what to do. */
record RuleSetProblem(MessageSourceResolvable place, MessageSourceResolvable what) {

}
