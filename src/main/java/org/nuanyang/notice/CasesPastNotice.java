package org.nuanyang.notice;

import java.util.stream.Collectors;

import org.nuanyang.application.PastNotice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those that {@link NoticeService#concluded} names, for the lists of cases. */
@Component
class CasesPastNotice implements PastNotice {

	private final ObjectProvider<OpenObjections> objections;

	CasesPastNotice(ObjectProvider<OpenObjections> objections) {
		this.objections = objections;
	}

	@Override
	public String condition() {
		return """
				exists (select from notice_case c join notice n on n.id = c.notice_id
					where c.application_id = a.id and c.live and n.status = 'PUBLISHED' and n.closes_on < :today)"""
				+ this.objections.stream()
					.map((source) -> " and a.id not in (" + source.cases() + ")")
					.collect(Collectors.joining());
	}

}
