package org.nuanyang.notice;

import org.nuanyang.application.HeldCases;
import org.springframework.stereotype.Component;

/** Cases that a notice names already, drafted or standing. */
@Component
class CasesOnNotice implements HeldCases {

	@Override
	public String applications() {
		return "select c.application_id from notice_case c where c.live";
	}

}
