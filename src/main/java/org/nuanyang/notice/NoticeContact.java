package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;

/** Where objections go: the school's own office, printed on the notice. */
public record NoticeContact(String office, String name, String phone, @Nullable String mail,
		@Nullable String letterBox) {

}
