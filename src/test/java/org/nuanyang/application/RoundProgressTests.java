package org.nuanyang.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.nuanyang.application.StepLoad.Load;
import org.nuanyang.kernel.SchoolYear;

import static org.assertj.core.api.Assertions.assertThat;

/** A round says truthfully where it stands, and which of its steps are late. */
class RoundProgressTests {

	private static final Map<RoundStep, Load> FILED = Map.of(RoundStep.FILE, new Load(0, 3), RoundStep.PAY,
			new Load(0, 3));

	@Test
	void itStandsWhereItsHindmostCaseStands() {
		assertThat(status(Map.of(ApplicationStatus.RECOGNISED, 3L), FILED)).isEqualTo(RoundStatus.FILED);
		assertThat(status(Map.of(ApplicationStatus.RECOGNISED, 3L, ApplicationStatus.DRAFT, 1L), FILED))
			.isEqualTo(RoundStatus.APPLYING);
		assertThat(status(Map.of(ApplicationStatus.RECOGNISED, 3L, ApplicationStatus.ON_NOTICE, 1L), FILED))
			.isEqualTo(RoundStatus.NOTICE);
		assertThat(status(Map.of(ApplicationStatus.RECOGNISED, 4L), Map.of(RoundStep.FILE, new Load(1, 3))))
			.isEqualTo(RoundStatus.FILING);
		assertThat(status(Map.of(ApplicationStatus.WITHDRAWN, 1L), Map.of())).isEqualTo(RoundStatus.APPLYING);
	}

	@Test
	void aStepIsLateWhileSomebodyHasStillToComeThroughIt() {
		var cases = Map.of(ApplicationStatus.ACCEPTED, 2L, ApplicationStatus.ON_NOTICE, 1L);
		assertThat(states(cases, Map.of(), LocalDate.of(2026, 10, 20)))
			.isEqualTo("INFORM DONE, APPLY DONE, VISIT NOW 2, APPRAISE AHEAD, DECIDE AHEAD, PUBLISH NOW 1, FILE AHEAD, "
					+ "PAY AHEAD, ARCHIVE AHEAD");
		assertThat(states(cases, Map.of(), LocalDate.of(2026, 11, 9)))
			.startsWith("INFORM DONE, APPLY DONE, VISIT RISK 2, APPRAISE RISK, DECIDE NOW, PUBLISH NOW 1");
	}

	@Test
	void whatHasStoodOnNoticeToItsEndWaitsToBeFiled() {
		var cases = Map.of(ApplicationStatus.ON_NOTICE, 3L);
		assertThat(status(cases, 2, Map.of())).isEqualTo(RoundStatus.NOTICE);
		assertThat(status(cases, 3, Map.of(RoundStep.FILE, Load.NONE))).isEqualTo(RoundStatus.FILING);
		assertThat(states(cases, 3, Map.of(RoundStep.FILE, Load.NONE), LocalDate.of(2026, 11, 24)))
			.contains("PUBLISH DONE, FILE NOW 3, PAY AHEAD");
	}

	@Test
	void everythingBehindADoneStepIsDone() {
		assertThat(states(Map.of(ApplicationStatus.RECOGNISED, 3L), FILED, LocalDate.of(2026, 11, 1)))
			.contains("PUBLISH DONE, FILE DONE, PAY DONE");
	}

	private static RoundStatus status(Map<ApplicationStatus, Long> cases, Map<RoundStep, Load> later) {
		return status(cases, 0, later);
	}

	private static RoundStatus status(Map<ApplicationStatus, Long> cases, long past, Map<RoundStep, Load> later) {
		return RoundProgress.of(new RoundCounts(cases, past), later).status(RoundStatus.FILED);
	}

	private static String states(Map<ApplicationStatus, Long> cases, Map<RoundStep, Load> later, LocalDate today) {
		return states(cases, 0, later, today);
	}

	private static String states(Map<ApplicationStatus, Long> cases, long past, Map<RoundStep, Load> later,
			LocalDate today) {
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		for (var step : RoundStep.values()) {
			if (step != RoundStep.ARCHIVE) {
				var start = LocalDate.of(2026, 10, 12).plusWeeks(step.ordinal());
				dates.put(step, new RoundPlan.Dates(start, start.plusDays(6)));
			}
		}
		var round = new RoundView(1, 1, new SchoolYear(2026), "测试", RoundStatus.APPLYING, 5, dates, Map.of(), 0,
				Instant.EPOCH, 0);
		return TrackStep.of(round, RoundProgress.of(new RoundCounts(cases, past), later), today, Map.of())
			.stream()
			.map((step) -> step.step() + " " + step.state() + ((step.waiting() > 0) ? " " + step.waiting() : ""))
			.collect(Collectors.joining(", "));
	}

}
