package org.nuanyang.visit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Somebody asked that a family be visited once more, and nobody has yet. */
public record VisitAsked(String by, Instant at, @Nullable String reason) {

}
