package org.nuanyang.notice;

import java.util.List;

import org.nuanyang.student.FamilyTracesReader;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks through what is told beside a notice without signing in, as the notice itself was
 * looked through: for the families that stood on its list, and for homes and hardship.
 */
@Service
@Transactional(readOnly = true)
public class PublicWords {

	private final NoticeRepository notices;

	private final FamilyTracesReader families;

	private final JdbcClient jdbc;

	PublicWords(NoticeRepository notices, FamilyTracesReader families, JdbcClient jdbc) {
		this.notices = notices;
		this.families = families;
		this.jdbc = jdbc;
	}

	/** What of an answer to an objection must not be told; empty when nothing. */
	public List<PrivacyRisk> risks(long noticeId, String words) {
		var pupils = this.jdbc.sql("""
				select a.enrolment_id from notice_case c join aid_application a on a.id = c.application_id
				where c.notice_id = ?""").param(noticeId).query((row, number) -> row.getLong(1)).list();
		var schools = this.notices.findById(noticeId).map(Notice::schoolName).stream().toList();
		return new FreeWords(new KnownFamilies(this.families.of(pupils)), schools).ofAnswer(words);
	}

}
