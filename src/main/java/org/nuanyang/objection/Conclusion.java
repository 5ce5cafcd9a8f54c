package org.nuanyang.objection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the examination came to.
 *
 * @param handling what is to become of the case; of one that stays as it is only KEEP
 * @param task what the committee should look at again; stands in the case's history,
 * where the class teacher reads it
 */
public record Conclusion(List<Means> means, String finding, Outcome outcome, @Nullable Handling handling,
		@Nullable String task) {

}
