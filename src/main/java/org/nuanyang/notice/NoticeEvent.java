package org.nuanyang.notice;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a notice.
 *
 * @param sha256 of the published text, only with its publication
 */
public record NoticeEvent(LocalDateTime at, NoticeAction action, String actorName, @Nullable String remark,
		@Nullable String sha256) {

}
