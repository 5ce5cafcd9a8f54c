package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * One line of a notice: all that is ever shown of a pupil. The tier only where the
 * programme switches it on.
 */
public record NoticeRow(int position, String name, String gradeName, String className, @Nullable Tier tier) {

}
