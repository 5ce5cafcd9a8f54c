package org.nuanyang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.nuanyang.kernel.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkingDaysTests {

	private static final int SEED = 20261121;

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

	private static final WorkingDays PLAIN = new WorkingDays(Set.of(2026), Map.of());

	@Test
	void theFirstDayCountsWhenItIsWorked() {
		assertThat(PLAIN.nth(MONDAY, 1)).isEqualTo(MONDAY);
		assertThat(PLAIN.nth(MONDAY, 5)).isEqualTo(LocalDate.of(2026, 11, 20));
		assertThat(PLAIN.nth(MONDAY.minusDays(1), 5)).isEqualTo(LocalDate.of(2026, 11, 20));
		assertThat(PLAIN.nth(MONDAY, 6)).isEqualTo(LocalDate.of(2026, 11, 23));
	}

	@Test
	void bothEndsAreCounted() {
		assertThat(PLAIN.between(MONDAY, MONDAY)).isEqualTo(1);
		assertThat(PLAIN.between(MONDAY, MONDAY.plusDays(6))).isEqualTo(5);
		assertThat(PLAIN.between(MONDAY, MONDAY.minusDays(1))).isZero();
	}

	@Test
	void aYearWithoutACalendarIsNamed() {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> PLAIN.nth(LocalDate.of(2026, 12, 31), 2))
			.satisfies((refused) -> {
				assertThat(refused.key()).isEqualTo("calendar.year.missing");
				assertThat(refused.arguments()).containsExactly("2027");
			});
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> PLAIN.between(LocalDate.of(2025, 12, 31), MONDAY));
	}

	@Test
	void countsAsOneWouldDayByDay() {
		var random = new Random(SEED);
		for (int round = 0; round < 2000; round++) {
			var days = someCalendar(random);
			var first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
			var last = first.plusDays(random.nextInt(190) - 5);
			assertThat(days.between(first, last)).as("seed %d round %d: %s to %s", SEED, round, first, last)
				.isEqualTo(naiveCount(days, first, last));
		}
	}

	@Test
	void theNthDayIsWorkedAndIsTheNth() {
		var random = new Random(SEED);
		for (int round = 0; round < 2000; round++) {
			var days = someCalendar(random);
			var start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
			int n = 1 + random.nextInt(40);
			var end = days.nth(start, n);
			assertThat(days.includes(end)).as("seed %d round %d", SEED, round).isTrue();
			assertThat(naiveCount(days, start, end)).as("seed %d round %d", SEED, round).isEqualTo(n);
		}
	}

	/** Three years with a random scattering of holidays, and make-up days at weekends. */
	private static WorkingDays someCalendar(Random random) {
		var exceptions = new HashMap<LocalDate, DayKind>();
		IntStream.range(0, random.nextInt(120)).forEach((i) -> {
			var day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1096));
			boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
			exceptions.put(day, (weekend && random.nextBoolean()) ? DayKind.WORKDAY : DayKind.HOLIDAY);
		});
		return new WorkingDays(IntStream.rangeClosed(2024, 2026).boxed().collect(Collectors.toSet()), exceptions);
	}

	private static int naiveCount(WorkingDays days, LocalDate first, LocalDate last) {
		int count = 0;
		for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
			boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
			var exception = days.exceptions().get(day);
			boolean worked = (exception == null) ? !weekend : exception == DayKind.WORKDAY;
			count += worked ? 1 : 0;
		}
		return count;
	}

}
