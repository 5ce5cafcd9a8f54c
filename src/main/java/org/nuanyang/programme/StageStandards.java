package org.nuanyang.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/**
 * What a programme pays by stage and boarding, whatever the tier (生活补助). Valid when each
 * has an amount above zero that halves to the fen, and day pupils never get more than
 * boarders.
 */
public record StageStandards(SchoolYear year, Map<Key, Yuan> annual) implements Scale {

	public StageStandards {
		annual = Map.copyOf(annual);
		for (var key : Key.all()) {
			Standards.check(key.field(), annual.get(key));
		}
		for (var stage : SchoolStage.values()) {
			var day = new Key(stage, false);
			if (amount(annual, day).amount().compareTo(amount(annual, new Key(stage, true)).amount()) > 0) {
				throw RuleViolation.on(day.field(), "programme.amount.day");
			}
		}
	}

	private static Yuan amount(Map<Key, Yuan> annual, Key key) {
		return Objects.requireNonNull(annual.get(key));
	}

	public Yuan annual(Key key) {
		return amount(this.annual, key);
	}

	public Yuan perTerm(Key key) {
		return annual(key).half();
	}

	@Override
	public Yuan annual(Recipient who) {
		return annual(new Key(who.stage(), who.boarding()));
	}

	/** Stage × boarding. */
	public record Key(SchoolStage stage, boolean boarding) implements Comparable<Key> {

		/** Primary before junior, boarders before day pupils. */
		public static List<Key> all() {
			return Arrays.stream(SchoolStage.values())
				.flatMap((stage) -> Stream.of(new Key(stage, true), new Key(stage, false)))
				.toList();
		}

		/** Its field in the form, such as primaryBoarding. */
		public String field() {
			return this.stage.name().toLowerCase(Locale.ROOT) + (this.boarding ? "Boarding" : "Day");
		}

		@Override
		public int compareTo(Key other) {
			return field().compareTo(other.field());
		}

	}

}
