package org.nuanyang.job;

public enum JobStatus {

	QUEUED, RUNNING, DONE, FAILED;

	public boolean isOpen() {
		return this == QUEUED || this == RUNNING;
	}

}
