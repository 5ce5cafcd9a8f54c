package org.nuanyang.disbursement;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line of a batch's timeline: a step of the whole batch, or what happened to one of its
 * payments.
 *
 * @param key the sentence, which wants to know by whom
 * @param figuresKey the sentence that the figures fill; null where there are none
 * @param rowId the payment it is about, or null
 */
public record BatchEvent(String key, String by, @Nullable String figuresKey, List<String> figures,
		@Nullable String note, @Nullable Long rowId, ZonedDateTime at) {

	static BatchEvent of(StepRow step) {
		return new BatchEvent(step.action().doneKey(), step.by(), (step.figures() != null) ? step.figuresKey() : null,
				step.figureList(), step.note(), null, step.at());
	}

}
