package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;

/** Where objections go: the school's own office, printed on the notice. */
public record NoticeContact(String office, String name, String phone, @Nullable String mail,
		@Nullable String letterBox) {

	/** A landline with or without the area's code and an extension, or a mobile. */
	static final String PHONE = "0\\d{2,3}-?\\d{7,8}(-\\d{1,5})?|1\\d{10}|\\d{7,8}(-\\d{1,5})?";

	/** A number that may be somebody's own: it would stand before everybody. */
	public boolean isMobile() {
		return isMobile(this.phone);
	}

	static boolean isMobile(@Nullable String phone) {
		return phone != null && phone.strip().matches("1\\d{10}");
	}

}
