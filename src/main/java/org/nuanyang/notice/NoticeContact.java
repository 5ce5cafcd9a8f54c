package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;

/** Where objections go: the school's own office, printed on the notice. */
public record NoticeContact(String office, String name, String phone, @Nullable String mail,
		@Nullable String letterBox) {

	/** A number that may be somebody's own: it would stand before everybody. */
	public boolean isMobile() {
		return isMobile(this.phone);
	}

	static boolean isMobile(@Nullable String phone) {
		return phone != null && phone.strip().matches("1\\d{10}");
	}

}
