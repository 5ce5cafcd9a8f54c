package org.nuanyang.review;

import org.nuanyang.application.HeldCases;
import org.springframework.stereotype.Component;

/** Cases that the committee has decided, and the principal has not signed off. */
@Component
class CasesToConfirm implements HeldCases {

	@Override
	public String applications() {
		return """
				select d.application_id from meeting_decision d join committee_meeting m on m.id = d.meeting_id
				where m.status = 'AWAITING_CONFIRMATION' and d.signed_at is null""";
	}

}
