package org.nuanyang.review;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;

/** What was shown is compared with what would be signed. */
class ShownTests {

	private static final Map<Long, String> NAMES = Map.of(1L, "林例一", 2L, "郑例二", 3L, "王例三");

	@Test
	void itTravelsWithAFormAndComesBackTheSame() {
		var shown = new Shown(Map.of(12L, Outcome.TWO, 3L, Outcome.NONE));
		assertThat(shown.token()).isEqualTo("3:NONE,12:TWO");
		assertThat(Shown.read(shown.token())).isEqualTo(shown);
	}

	@Test
	void whatCannotBeReadWasNotShown() {
		assertThat(Shown.read(null).outcomes()).isEmpty();
		assertThat(Shown.read("x:ONE,4,5:GOLD,99999999999999999999:ONE,6:ONE").outcomes())
			.containsExactlyEntriesOf(Map.of(6L, Outcome.ONE));
	}

	@Test
	void everyChangeIsTold() {
		var before = new Shown(Map.of(1L, Outcome.TWO, 2L, Outcome.ONE));
		var now = new Shown(Map.of(2L, Outcome.THREE, 3L, Outcome.NONE));
		assertThat(before.changes(before, NAMES)).isEmpty();
		var changes = before.changes(now, NAMES);
		assertThat(changes).extracting(RuleViolation::key)
			.containsExactly("review.sign.gone", "review.sign.added", "review.sign.changed");
		assertThat(changes).extracting((change) -> change.arguments()[1]).containsExactly("林例一", "王例三", "郑例二");
	}

}
