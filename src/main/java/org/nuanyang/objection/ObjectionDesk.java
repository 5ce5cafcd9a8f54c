package org.nuanyang.objection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.GoneNotice;
import org.nuanyang.notice.NoticeBoard;
import org.nuanyang.notice.NoticeRow;
import org.nuanyang.notice.PublicNotice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where anybody objects to an open notice, without an account, and later asks for the
 * answer with the code of the receipt.
 */
@Service
@Transactional(readOnly = true)
class ObjectionDesk {

	/** Without the letters and digits that are taken for one another. */
	private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

	private static final int CODE_LENGTH = 10;

	private final Objections objections;

	private final ObjectionGuard guard;

	private final NoticeBoard notices;

	private final LineMark mark;

	private final AnswerDay answerDay;

	private final Audit audit;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	ObjectionDesk(Objections objections, ObjectionGuard guard, NoticeBoard notices, LineMark mark, AnswerDay answerDay,
			Audit audit, Clock clock) {
		this.objections = objections;
		this.guard = guard;
		this.notices = notices;
		this.mark = mark;
		this.answerDay = answerDay;
		this.audit = audit;
		this.clock = clock;
	}

	/** The notice that is open to objections now. */
	PublicNotice notice(long id) {
		return this.notices.read(id);
	}

	/** Whom to ask instead. */
	GoneNotice gone(long id) {
		return this.notices.gone(id);
	}

	@Transactional
	Receipt object(long noticeId, PublicObjectionForm form, String address) {
		var notice = notice(noticeId);
		var draft = form.draft(noticeId, position(notice, form.line()), LocalDate.now(this.clock));
		if (!this.guard.admits(address, false)) {
			throw new RuleViolation("objection.throttled");
		}
		long school = this.objections.schoolOf(noticeId).orElseThrow(() -> new NotFound("notice " + noticeId));
		var due = this.answerDay.of(draft.receivedOn());
		var code = code();
		var id = this.objections.add(school, draft, due, null, code);
		this.objections.happened(id, school, "REGISTER", null);
		this.audit.recordAnonymous(school, "objection.registered", "objection", id,
				Map.of("notice", noticeId, "channel", Channel.ONLINE.name()));
		return new Receipt(code, due);
	}

	private @Nullable Integer position(PublicNotice notice, @Nullable String line) {
		if (line == null || line.isBlank()) {
			return null;
		}
		return notice.rows()
			.stream()
			.filter((row) -> this.mark.of(notice.head().id(), row).equals(line))
			.map(NoticeRow::position)
			.findFirst()
			.orElseThrow(() -> RuleViolation.on("line", "objection.position.unknown"));
	}

	/** The lines to choose from, by their marks, in the words of the notice's page. */
	Map<String, String> lines(PublicNotice notice) {
		var lines = new LinkedHashMap<String, String>();
		notice.rows().forEach((row) -> lines.put(this.mark.of(notice.head().id(), row), row.label()));
		return lines;
	}

	/** Empty when no receipt has this code; the question is counted either way. */
	@Transactional
	Optional<PublicState> state(String code, String address) {
		if (!this.guard.admits(address, true)) {
			throw RuleViolation.on("code", "objection.throttled");
		}
		return this.objections.state(Plain.number(code).toUpperCase(Locale.ROOT)).map(PublicState::masked);
	}

	private String code() {
		var code = new StringBuilder();
		for (int i = 0; i < CODE_LENGTH; i++) {
			code.append(SIGNS.charAt(this.random.nextInt(SIGNS.length())));
		}
		return code.toString();
	}

}
