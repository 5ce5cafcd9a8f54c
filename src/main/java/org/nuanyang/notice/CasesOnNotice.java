package org.nuanyang.notice;

import org.nuanyang.application.HeldCases;
import org.springframework.stereotype.Component;

/** Cases that a notice in the making names already. */
@Component
class CasesOnNotice implements HeldCases {

	@Override
	public String applications() {
		return """
				select c.application_id from notice_case c join notice n on n.id = c.notice_id
				where c.live and n.status in ('DRAFT', 'CHECKED', 'AWAITING_APPROVAL')""";
	}

}
