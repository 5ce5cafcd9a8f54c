package org.nuanyang.application;

import org.jspecify.annotations.Nullable;

/** The version of the case that the person saw, and what they say to it. */
record CaseForm(int version, @Nullable String reason) {

}
