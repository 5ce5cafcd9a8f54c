package org.nuanyang.objection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the examination came to.
 *
 * @param task what the committee should look at again; stands in the case's history,
 * where the class teacher reads it
 */
record Conclusion(List<Means> means, String finding, Outcome outcome, @Nullable String task) {

}
