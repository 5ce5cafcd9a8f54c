package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

import org.nuanyang.job.JobService;
import org.nuanyang.job.JobView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import tools.jackson.databind.ObjectMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the steps of long batches as jobs: each answers with the job to watch, or with
 * nothing where the batch is short and the step is done on the spot.
 */
@Service
@Transactional
class LongBatchService {

	private final BatchRepository batches;

	private final BatchSteps steps;

	private final PaymentListService lists;

	private final BankReturnService returns;

	private final UploadRepository uploads;

	private final JobService jobs;

	private final ObjectMapper json;

	private final Clock clock;

	LongBatchService(BatchRepository batches, BatchSteps steps, PaymentListService lists, BankReturnService returns,
			UploadRepository uploads, JobService jobs, ObjectMapper json, Clock clock) {
		this.batches = batches;
		this.steps = steps;
		this.lists = lists;
		this.returns = returns;
		this.uploads = uploads;
		this.jobs = jobs;
		this.json = json;
		this.clock = clock;
	}

	Optional<Long> prepare(Actor actor, long fundId, Term term, PayoutChoice choice, UUID key) {
		var expected = this.lists.expected(actor, fundId, term);
		return (expected < BatchJob.MANY) ? Optional.empty() : Optional.of(start(actor, actor.ownSchool(),
				BatchJob.PREPARE, new BatchJob.Work(fundId, term, key.toString(), null, null, null, choice), expected));
	}

	/** The step of a batch that is under way, whoever started it. */
	@Transactional(readOnly = true)
	Optional<JobView> running(long batchId) {
		return this.jobs.open(BatchJob.OF_BATCH, batchId);
	}

	/** A step that has nothing to say but which batch it is for. */
	Optional<Long> step(Actor actor, long batchId, BatchAction action, String kind) {
		return start(actor, batchId, action, kind, BatchJob.Work.on(batchId));
	}

	/** The total is checked before, so that a slip is said at its field. */
	Optional<Long> issue(Actor actor, long batchId, String format, Yuan total) {
		return start(actor, batchId, BatchAction.ISSUE_FILE, BatchJob.ISSUE,
				new BatchJob.Work(batchId, null, null, format, total.amount().toPlainString(), null, null));
	}

	/** A wrong total is said before, at its field. */
	Optional<Long> reissue(Actor actor, long batchId, UUID key, Yuan total, PayoutChoice choice) {
		var batch = this.steps.take(actor, batchId, BatchAction.REISSUE);
		var preview = this.lists.reissuePreview(actor, batchId, choice.payout());
		if (preview.count() < BatchJob.MANY) {
			return Optional.empty();
		}
		batch.require(BatchAction.REISSUE);
		PaymentListService.requireTotal(preview.total(), total);
		return Optional.of(start(actor, batch.schoolId(), BatchJob.REISSUE,
				new BatchJob.Work(batchId, null, key.toString(), null, total.amount().toPlainString(), null, choice),
				preview.count()));
	}

	private Optional<Long> start(Actor actor, long batchId, BatchAction action, String kind, BatchJob.Work work) {
		var batch = this.steps.take(actor, batchId, action);
		if (batch.rowCount() < BatchJob.MANY || this.steps.isDone(actor, batch, action)) {
			return Optional.empty();
		}
		batch.require(action);
		return Optional.of(start(actor, batch.schoolId(), kind, work, batch.rowCount()));
	}

	private long start(Actor actor, long schoolId, String kind, BatchJob.Work work, int rows) {
		return this.jobs.start(actor, schoolId, kind, this.json.writeValueAsString(work), rows);
	}

	/** Keeps a return for the job that reads it. */
	Optional<Long> take(Actor actor, long batchId, String fileName, byte[] content) {
		var batch = this.steps.take(actor, batchId, BatchAction.TAKE_RETURN);
		if (batch.rowCount() < BatchJob.MANY) {
			return Optional.empty();
		}
		batch.require(BatchAction.TAKE_RETURN);
		var upload = this.uploads.keep(batch, actor, Names.tail(fileName, 200), content,
				OffsetDateTime.now(this.clock));
		return Optional.of(start(actor, batch.schoolId(), BatchJob.RETURN,
				new BatchJob.Work(batchId, null, null, null, null, upload, null), batch.rowCount()));
	}

	/** Lets go of what no job could read. */
	void forgetUploads() {
		this.uploads.forget(OffsetDateTime.now(this.clock).minusDays(1));
	}

	/** Reads what was kept, and lets go of it. */
	BankReturnService.Taken takeUploaded(Actor actor, long batchId, long uploadId, IntConsumer progress) {
		var batch = this.batches.findById(batchId).orElseThrow(() -> new NotFound("batch " + batchId));
		var upload = this.uploads.find(batch, uploadId).orElseThrow(() -> new NotFound("upload " + uploadId));
		var taken = this.returns.take(actor, batchId, upload.fileName(), upload.content(), progress);
		this.uploads.letGo(batch, uploadId);
		return taken;
	}

}
