package org.nuanyang.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A message before it has a recipient.
 *
 * @param work message key of the workbench line that a reminder is about
 * @param waiting how much waits there
 * @param sentFrom the line of whoever reminds, or null
 */
record Draft(News news, String subjectType, @Nullable Long subjectId, String path, @Nullable String work,
		@Nullable Long waiting, @Nullable String sentFrom) {

}
