package org.nuanyang.workbench;

import java.util.List;
import java.util.Map;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.RoundView;
import org.nuanyang.application.TrackStep;

/** The round under way, with its steps and how many cases stand where. */
record RoundCard(RoundView round, List<TrackStep> track, Map<ApplicationStatus, Long> counts) {

	/** Cases that have been handed in and not taken back. */
	public long received() {
		return total() - of(ApplicationStatus.DRAFT) - of(ApplicationStatus.WITHDRAWN);
	}

	public long total() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	public long of(ApplicationStatus... statuses) {
		var sum = 0L;
		for (var status : statuses) {
			sum += this.counts.getOrDefault(status, 0L);
		}
		return sum;
	}

	/** Those for whom the committee has decided a tier. */
	public long decided() {
		return of(ApplicationStatus.PASSED, ApplicationStatus.ON_NOTICE, ApplicationStatus.OBJECTED,
				ApplicationStatus.RECOGNISED, ApplicationStatus.ADJUSTED);
	}

	public long undecided() {
		return ApplicationStatus.UNDECIDED.stream().mapToLong(this::of).sum() - of(ApplicationStatus.DRAFT);
	}

	/** The steps that are late, under way or next, with their last days. */
	public List<TrackStep> ahead() {
		return this.track.stream()
			.filter((step) -> step.state() != TrackStep.State.DONE && step.dates() != null)
			.limit(4)
			.toList();
	}

}
