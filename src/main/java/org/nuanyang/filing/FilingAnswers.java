package org.nuanyang.filing;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the county aid centre says of a filing, once: accepted, returned whole, or
 * accepted but for single rows that go back with their reasons.
 */
@Service
@Transactional
public class FilingAnswers {

	static final int LONGEST = 200;

	private final FilingService filings;

	private final FilingRepository answers;

	private final FilingRowRepository rows;

	private final Audit audit;

	FilingAnswers(FilingService filings, FilingRepository answers, FilingRowRepository rows, Audit audit) {
		this.filings = filings;
		this.answers = answers;
		this.rows = rows;
		this.audit = audit;
	}

	/** Accepts the list as filed (已备案). */
	public void accept(Actor centre, long id) {
		answer(centre, id, FilingAction.ACCEPT, null, 0);
	}

	/**
	 * Accepts the list but for the rows that are given back.
	 * @param reasons by position; a blank one is none
	 * @param returned how many rows the centre means to give back, counted by hand: a
	 * reason that slipped into another row shows
	 */
	public void acceptBut(Actor centre, long id, Map<Integer, String> reasons, int returned) {
		var filing = open(centre, id, FilingAction.ACCEPT);
		var given = given(id, reasons);
		if (given.isEmpty()) {
			throw refused(id, "returned", "filing.rows.none");
		}
		if (given.keySet().stream().anyMatch((position) -> position < 1 || position > filing.people())) {
			throw new RuleViolation("filing.rows.unknown");
		}
		if (given.size() == filing.people()) {
			throw refused(id, "returned", "filing.rows.all");
		}
		if (given.size() != returned) {
			throw refused(id, "returned", "filing.rows.count", String.valueOf(given.size()));
		}
		this.rows.giveBack(filing, given);
		answer(centre, id, FilingAction.ACCEPT, null, given.size());
	}

	private static Map<Integer, String> given(long id, Map<Integer, String> reasons) {
		var given = new TreeMap<Integer, String>();
		reasons.forEach((position, reason) -> {
			if (reason.strip().length() > LONGEST) {
				throw refused(id, "reason-" + position, "filing.rows.long", String.valueOf(position),
						String.valueOf(LONGEST));
			}
			if (!reason.isBlank()) {
				given.put(position, reason.strip());
			}
		});
		return given;
	}

	/** Told on the page where the reasons were typed, also after a workbook was read. */
	private static RuleViolation refused(long id, String field, String key, Object... arguments) {
		return RuleViolation.on(field, key, arguments).toldOn("/filings/" + id + "/answer");
	}

	/** Returns the whole list to the school with the reason. */
	public void sendBack(Actor centre, long id, @Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw RuleViolation.on("reason", "filing.reason.missing");
		}
		if (reason.strip().length() > LONGEST) {
			throw RuleViolation.on("reason", "filing.reason.long", String.valueOf(LONGEST));
		}
		answer(centre, id, FilingAction.RETURN, reason.strip(), 0);
	}

	private FilingHead open(Actor centre, long id, FilingAction action) {
		this.answers.lockAnswer(id);
		var filing = this.filings.head(centre, id);
		if (!action.isOpen(centre, filing.schoolId(), filing.status())) {
			throw new RuleViolation("filing.answer.closed");
		}
		return filing;
	}

	private void answer(Actor centre, long id, FilingAction action, @Nullable String reason, int returned) {
		var filing = open(centre, id, action);
		var accepted = action.to() == FilingStatus.ACCEPTED;
		this.answers.answer(filing, centre, accepted, reason);
		this.audit.record(centre, filing.schoolId(), accepted ? "filing.accepted" : "filing.returned", "filing", id,
				Map.of("people", filing.people(), "returned", accepted ? returned : filing.people()));
	}

}
