package org.nuanyang.job;

/** Whoever started a job has seen on its page how it ended. */
public record JobSeen(long id, long ownerId) {

}
