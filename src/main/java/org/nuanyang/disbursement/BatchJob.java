package org.nuanyang.disbursement;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.nuanyang.job.JobHandler;
import org.nuanyang.job.JobRun;
import org.nuanyang.kernel.Term;
import tools.jackson.databind.ObjectMapper;

/**
 * A step over so many rows that nobody should wait for its page. It does what the button
 * does for few rows, in one transaction, and may begin again: the step itself finds out
 * whether it was done.
 */
final class BatchJob implements JobHandler {

	/** From here on a step is a job. */
	static final int MANY = 500;

	static final String PREPARE = "disbursement.prepare";

	static final String RENEW = "disbursement.renew";

	static final String LOCK = "disbursement.lock";

	static final String ISSUE = "disbursement.issue";

	static final String REISSUE = "disbursement.reissue";

	static final String RETURN = "disbursement.return";

	/** Those that are about a batch that is there already. */
	static final Set<String> OF_BATCH = Set.of(RENEW, LOCK, ISSUE, REISSUE, RETURN);

	private final String kind;

	private final ObjectMapper json;

	private final BiConsumer<JobRun, Work> step;

	BatchJob(String kind, ObjectMapper json, BiConsumer<JobRun, Work> step) {
		this.kind = kind;
		this.json = json;
		this.step = step;
	}

	@Override
	public String kind() {
		return this.kind;
	}

	@Override
	public void run(JobRun run) {
		this.step.accept(run, this.json.readValue(run.payload(), Work.class));
	}

	/**
	 * What is to be done.
	 *
	 * @param id of the batch, or of the fund for a list that is still to be made
	 * @param key the form's own key, for a list that is still to be made
	 * @param format of the file to be issued
	 * @param total as confirmed by the person who issues it, or pays again what failed
	 * @param upload the return to be read
	 * @param choice how a list that is still to be made is paid
	 */
	record Work(long id, @Nullable Term term, @Nullable String key, @Nullable String format, @Nullable String total,
			@Nullable Long upload, @Nullable PayoutChoice choice) {

		/** Of a job that was started before there was a choice, the bank. */
		PayoutChoice payout() {
			return Objects.requireNonNullElse(this.choice, PayoutChoice.BANK);
		}

		static Work on(long batch) {
			return new Work(batch, null, null, null, null, null, null);
		}

	}

}
