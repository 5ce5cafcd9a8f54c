package org.nuanyang.workbench;

import java.util.List;
import java.util.Map;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseStage;
import org.nuanyang.application.RoundStep;
import org.nuanyang.application.RoundView;
import org.nuanyang.application.TrackStep;

/** The round under way, with its steps and how many cases stand where. */
record RoundCard(RoundView round, List<TrackStep> track, Map<ApplicationStatus, Long> counts) {

	/** Cases that have come to a stage. */
	public long of(CaseStage stage) {
		return stage.statuses().stream().mapToLong((status) -> this.counts.getOrDefault(status, 0L)).sum();
	}

	/** The list of them. */
	public String path(CaseStage stage) {
		return "/applications?round=" + this.round.id() + "&stage=" + stage;
	}

	/** Cases that have been handed in and not taken back. */
	public long received() {
		return of(CaseStage.RECEIVED);
	}

	public String receivedPath() {
		return path(CaseStage.RECEIVED);
	}

	/** Whether the committee has cases to decide. */
	boolean isBeforeCommittee() {
		return this.track.stream().anyMatch((step) -> step.step() == RoundStep.DECIDE && step.waiting() > 0);
	}

	/** The steps that are late, under way or next, with their last days. */
	public List<TrackStep> ahead() {
		return this.track.stream()
			.filter((step) -> step.state() != TrackStep.State.DONE && step.dates() != null)
			.limit(4)
			.toList();
	}

}
