package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;

/**
 * Whom to ask about a notice that stands no more.
 *
 * @param office null where the notice was taken down: its contact may have been why
 */
public record GoneNotice(String schoolName, @Nullable String office, @Nullable String phone) {

}
