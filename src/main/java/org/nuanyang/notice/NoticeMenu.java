package org.nuanyang.notice;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notices in the side menu, with how many of them wait for the reader. */
@Configuration(proxyBeanMethods = false)
class NoticeMenu {

	@Bean
	MenuEntry noticeEntry(NoticeBoard board) {
		return new MenuEntry("aid", 120, "notice.menu", "speakerphone", "/notices",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR), board::waiting);
	}

}
