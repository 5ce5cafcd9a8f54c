package org.nuanyang.review;

import org.jspecify.annotations.Nullable;
import org.nuanyang.visit.Agreement;

/**
 * What was known of a case beside its points when the committee met (forms.md 4.4).
 *
 * @param visit whether the last visit agreed with what was declared, or null without one
 * @param listed on a list that entitles the pupil; which list is nobody's business here
 */
record Finding(@Nullable Agreement visit, boolean listed) {

}
