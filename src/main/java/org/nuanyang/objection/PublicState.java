package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What the holder of a receipt is shown. */
public record PublicState(ObjectionStatus status, @Nullable Outcome outcome, LocalDate dueOn, @Nullable String answer) {

}
