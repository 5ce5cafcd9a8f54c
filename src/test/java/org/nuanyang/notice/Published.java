package org.nuanyang.notice;

import java.time.LocalDate;

import org.nuanyang.support.TestSchool;

/**
 * Takes a round's passed cases through a notice to its end, for tests of what follows.
 */
public class Published {

	private final NoticeService notices;

	public Published(NoticeService notices) {
		this.notices = notices;
	}

	/** Drafted, checked, submitted, approved; open from the day on. */
	public long notice(TestSchool school, long round, LocalDate opensOn) {
		var contact = new NoticeContact("学校学生资助办公室", "沈样一", "0900-0000000", null, null);
		var id = school.officer()
			.scope()
			.call(() -> this.notices.draft(school.officer(), round, new NoticePlan(opensOn, 5, contact)));
		school.officer().scope().run(() -> {
			if (!this.notices.check(school.officer(), id).isEmpty()) {
				throw new IllegalStateException("not clean");
			}
			this.notices.submit(school.officer(), id);
		});
		school.principal().scope().run(() -> this.notices.approve(school.principal(), id));
		return id;
	}

}
