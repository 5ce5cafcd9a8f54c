package org.nuanyang.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.student.PurposeForm;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The red flags that a reader's schools show today. */
@Service
@Transactional(readOnly = true)
public class FlagService {

	private static final int PAGE = 50;

	private final FlagRepository flags;

	private final Audit audit;

	private final Clock clock;

	FlagService(FlagRepository flags, Audit audit, Clock clock) {
		this.flags = flags;
		this.audit = audit;
		this.clock = clock;
	}

	/** Every check, in the order of the codes. */
	List<Flag> overview(Actor actor) {
		var counts = this.flags.counts(actor, today());
		return Arrays.stream(Check.values()).map((check) -> new Flag(check, counts.getOrDefault(check, 0L))).toList();
	}

	/** How many findings there are. */
	public long found(Actor actor) {
		return this.flags.counts(actor, today()).values().stream().mapToLong(Long::longValue).sum();
	}

	Paged<FlagRow> rows(Actor actor, Check check, int page) {
		return this.flags.page(actor, check, today(), Math.max(1, page), PAGE);
	}

	/** All findings of a check, to be taken away; that they were taken is recorded. */
	@Transactional
	List<FlagRow> export(Actor actor, Check check, PurposeForm why) {
		var rows = this.flags.all(actor, check, today());
		this.audit.record(actor, actor.schoolId(), "watch.exported", "watch", null, Map.of("check", check.code(),
				"rows", rows.size(), "purpose", String.valueOf(why.purpose()), "note", why.words()));
		return rows;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
