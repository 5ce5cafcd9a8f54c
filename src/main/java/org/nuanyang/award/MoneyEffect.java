package org.nuanyang.award;

import java.util.List;
import java.util.Set;

import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/** What a change of an award does to the money of each term. */
public record MoneyEffect(List<Line> lines) {

	/** What the family gets less (or, negative, more) than before. */
	public Yuan difference() {
		return this.lines.stream().map((line) -> line.after().minus(line.before())).reduce(Yuan.ZERO, Yuan::plus);
	}

	public boolean isChange() {
		return this.lines.stream().anyMatch(Line::isChanged);
	}

	/** Of more than one programme: each line says of which. */
	public boolean isOfSeveral() {
		return this.lines.stream().map(Line::programme).distinct().count() > 1;
	}

	/** What was paid or is on a locked list and stays. */
	public Yuan paid() {
		return sum(TermState.PAID, TermState.LOCKED, TermState.RETURNED);
	}

	/** What the family has, and would have to give back if the claim was false. */
	public Yuan received() {
		return sum(TermState.PAID);
	}

	private Yuan sum(TermState... states) {
		return this.lines.stream()
			.filter((line) -> Set.of(states).contains(line.state()))
			.map(Line::before)
			.reduce(Yuan.ZERO, Yuan::plus);
	}

	/** One term of one programme before and after. */
	public record Line(String programme, Term term, TermState state, Yuan before, Yuan after) {

		public boolean isChanged() {
			return !this.before.equals(this.after);
		}

	}

}
