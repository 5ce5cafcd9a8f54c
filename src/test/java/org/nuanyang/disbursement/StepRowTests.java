package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a step says in figures. */
class StepRowTests {

	@Test
	void countsHaveTheirSeparatorsAndChecksumsNone() {
		assertThat(row("5059 · 3,794,250.00 · 12345678").figureList()).containsExactly("5,059", "3,794,250.00",
				"12345678");
		assertThat(row("12 · 3 · 0").figureList()).containsExactly("12", "3", "0");
		assertThat(row("").figureList()).isEmpty();
	}

	private static StepRow row(String figures) {
		return new StepRow(BatchAction.PREPARE, null, figures, 1, "林例一", ZonedDateTime.parse("2026-10-26T09:00+08:00"));
	}

}
