package org.nuanyang.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A notice as its school sees it.
 *
 * @param toCome how many passed cases the list would hold, while it is not taken yet
 * @param held who passed and is left out until an objection is concluded, while the
 * notice is in the making
 * @param mine drafted, checked or submitted by the reader, who therefore may not approve
 * @param registersObjections the reader may enter objections that came by visit or letter
 */
public record NoticePage(NoticeSummary head, long roundId, NoticeContact contact, @Nullable String body,
		List<NoticeRow> rows, int toCome, List<String> held, boolean mine, boolean registersObjections,
		List<NoticeAction> actions, List<NoticeEvent> history) {

	public boolean may(NoticeAction action) {
		return this.actions.contains(action);
	}

	/** How many have left the list since it was taken. */
	public int takenOut() {
		return this.rows.isEmpty() ? 0 : this.head.people() - this.rows.size();
	}

	public boolean mayEdit() {
		return may(NoticeAction.EDIT);
	}

	public boolean mayCheck() {
		return may(NoticeAction.CHECK);
	}

	public boolean maySubmit() {
		return may(NoticeAction.SUBMIT);
	}

	public boolean mayApprove() {
		return may(NoticeAction.APPROVE);
	}

	/** Open, or past its end and not filed: a letter may have come in time. */
	public boolean mayRegisterObjection() {
		return this.registersObjections;
	}

	public boolean mayWithdraw() {
		return may(NoticeAction.WITHDRAW);
	}

}
