package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.award.TermState;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;
import org.nuanyang.kernel.Yuan;

/**
 * What a pupil is due and has had this school year and the last, on the pupil's file.
 *
 * @param running the case of this year as long as no award has come of it, or null
 * @param ledger the reader may open the whole ledger
 */
record PupilAid(long enrolmentId, List<Line> lines, @Nullable CaseView running, boolean ledger) {

	public boolean isEmpty() {
		return this.lines.isEmpty() && this.running == null;
	}

	public Yuan due() {
		return sum(Line::due);
	}

	public Yuan paid() {
		return sum(Line::paid);
	}

	private Yuan sum(Function<Line, Yuan> amount) {
		return this.lines.stream().map(amount).reduce(Yuan.ZERO, Yuan::plus);
	}

	/**
	 * One term of an award.
	 *
	 * @param stopped nothing is paid for it until the award goes on
	 * @param paidOn when it reached the pupil, null where nothing did or it went back
	 */
	record Line(SchoolYear year, Term term, String programme, Tier tier, Yuan due, Yuan paid, TermState state,
			boolean stopped, @Nullable LocalDate paidOn) {

		/** The kind of chip that shows what became of it. */
		public String chip() {
			return this.stopped ? "warn" : switch (this.state) {
				case PAID -> "ok";
				case LOCKED -> "info";
				case RETURNED -> "risk";
				case OPEN, RECOVERED, WAIVED -> "neutral";
			};
		}

		public String stateKey() {
			return "award.term." + (this.stopped ? "STOPPED" : this.state.name());
		}

	}

}
