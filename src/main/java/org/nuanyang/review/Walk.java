package org.nuanyang.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How the officer goes through the board: in one of its views, from case to case.
 *
 * @param next whether to go on to the next case once this one is recorded
 */
record Walk(Board.@Nullable View view, @Nullable Boolean next) {

	Board.View through() {
		return (this.view != null) ? this.view : Board.View.ALL;
	}

	boolean goesOn() {
		return Boolean.TRUE.equals(this.next);
	}

	/** The other cases of the view without a decision, from here on and round again. */
	List<Board.Row> open(Board board, long applicationId) {
		var here = rank(board, applicationId);
		var rows = board.shown(through()).stream().filter((row) -> row.decision() == null).toList();
		return Stream
			.concat(rows.stream().filter((row) -> row.rank() > here), rows.stream().filter((row) -> row.rank() < here))
			.toList();
	}

	/** The address of a case in this walk. */
	String step(long meetingId, long applicationId) {
		return "/meetings/" + meetingId + "/decisions/" + applicationId + query();
	}

	/** The board as it was left. */
	String board(long meetingId) {
		return "/meetings/" + meetingId + query();
	}

	/** The same at the row of the case, or at the one that took its place. */
	String board(long meetingId, Board board, long applicationId) {
		return board(meetingId) + near(board, applicationId).map((row) -> "#case-" + row.application().id()).orElse("");
	}

	private Optional<Board.Row> near(Board board, long applicationId) {
		var here = rank(board, applicationId);
		var rows = board.shown(through());
		return rows.stream()
			.filter((row) -> row.rank() >= here)
			.findFirst()
			.or(() -> rows.stream().reduce((one, next) -> next));
	}

	private static int rank(Board board, long applicationId) {
		return board.rows()
			.stream()
			.filter((row) -> row.application().id() == applicationId)
			.mapToInt(Board.Row::rank)
			.findFirst()
			.orElse(0);
	}

	private String query() {
		return (through() != Board.View.ALL) ? "?view=" + through() : "";
	}

}
