package org.nuanyang.identification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * What a draft would change if it came into force now: the undecided cases, counted by
 * the rules in force and by the draft over the same verified facts.
 *
 * @param decided how many cases are decided and stay as they are
 */
record RuleTrial(List<Line> lines, long decided) {

	/** How many changed cases the page lists; the counts are of all. */
	static final int SHOWN = 200;

	/** What becomes of a case by a rule set. */
	enum Outcome {

		ONE, TWO, THREE,
		/** 不予认定 */
		NONE,
		/** Something that the rules insist on is not verified. */
		UNKNOWN;

		static Outcome of(@Nullable Tier tier) {
			return (tier != null) ? valueOf(tier.name()) : NONE;
		}

		public String labelKey() {
			return "identification.trial.outcome." + name();
		}

	}

	/** One case; before is null where no rules are in force. */
	record Line(AwaitsDecision.Pending pending, @Nullable Outcome before, Outcome after) {

		boolean changes() {
			return this.before != this.after;
		}

	}

	/** How many go from one outcome to each of the others. */
	record Row(@Nullable Outcome before, List<Long> after) {

		public long sum() {
			return this.after.stream().mapToLong(Long::longValue).sum();
		}

		/** The place of its own outcome, or -1. */
		public int same() {
			return (this.before != null) ? this.before.ordinal() : -1;
		}

	}

	public Outcome[] outcomes() {
		return Outcome.values();
	}

	/** The table of counts; without rules in force one row. */
	public List<Row> table() {
		return this.lines.stream()
			.map(Line::before)
			.distinct()
			.sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
			.map((before) -> new Row(before,
					Arrays.stream(Outcome.values()).map((after) -> count(before, after)).toList()))
			.toList();
	}

	private long count(@Nullable Outcome before, Outcome after) {
		return this.lines.stream()
			.filter((line) -> Objects.equals(line.before(), before) && line.after() == after)
			.count();
	}

	private Stream<Line> changing() {
		return this.lines.stream().filter(Line::changes);
	}

	public long changed() {
		return changing().count();
	}

	public List<Line> shown() {
		return changing().limit(SHOWN).toList();
	}

	public boolean isCut() {
		return changed() > SHOWN;
	}

}
