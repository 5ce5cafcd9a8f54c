package org.nuanyang.notice;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Role;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeActionTests {

	@Test
	void nobodyBothDraftsAndApproves() {
		assertThat(NoticeAction.APPROVE.roles()).containsExactly(Role.PRINCIPAL);
		assertThat(NoticeAction.EDIT.roles()).containsExactly(Role.OFFICER);
	}

	@Test
	void onlyACheckedListGoesToThePrincipal() {
		for (var status : NoticeStatus.values()) {
			assertThat(NoticeAction.SUBMIT.from(status)).isEqualTo(status == NoticeStatus.CHECKED);
			assertThat(NoticeAction.APPROVE.from(status)).isEqualTo(status == NoticeStatus.AWAITING_APPROVAL);
		}
	}

}
