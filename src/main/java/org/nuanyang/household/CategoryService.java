package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts pupils into hardship categories and takes them out again. */
@Service
@Transactional(readOnly = true)
public class CategoryService {

	private static final int LONGEST_REASON = 200;

	private final CategoryRepository categories;

	private final StudentService students;

	private final Audit audit;

	private final Clock clock;

	CategoryService(CategoryRepository categories, StudentService students, Audit audit, Clock clock) {
		this.categories = categories;
		this.students = students;
		this.audit = audit;
		this.clock = clock;
	}

	/** The whole dictionary, money before care. */
	public List<HardshipCategory> dictionary() {
		return this.categories.dictionary();
	}

	/** Those categories that the actor may record. */
	public List<HardshipCategory> recordable(Actor actor) {
		return dictionary().stream().filter((category) -> category.isRecordableBy(actor)).toList();
	}

	/** The pupil's, as the actor may see and change them. */
	HeldCategories ofPupil(Actor actor, long enrolmentId) {
		var held = this.categories.ofPupil(this.students.pupil(actor, enrolmentId))
			.stream()
			.filter((category) -> category.sensitivity().isVisibleTo(actor))
			.toList();
		return new HeldCategories(enrolmentId, held,
				recordable(actor).stream().map(HardshipCategory::code).collect(Collectors.toSet()),
				LocalDate.now(this.clock));
	}

	/** One membership, if the actor may know of it. */
	CategoryView held(Actor actor, long id) {
		var held = this.categories.find(id).orElseThrow(() -> new NotFound("category " + id));
		if (!held.sensitivity().isVisibleTo(actor)) {
			throw new NotFound("category " + id);
		}
		this.students.pupil(actor, held.enrolmentId());
		return held;
	}

	/** Refuses a second open membership in the same category. */
	@Transactional
	public long record(Actor actor, long enrolmentId, CategoryClaim claim) {
		var pupil = this.students.pupil(actor, enrolmentId);
		var category = recordable(actor).stream()
			.filter((candidate) -> candidate.code().equals(claim.code()))
			.findFirst()
			.orElseThrow(() -> RuleViolation.on("code", "household.category.unknown"));
		if (this.categories.ofPupil(pupil).stream().anyMatch((held) -> overlaps(held, claim))) {
			throw RuleViolation.on("code", "household.category.held", category.name());
		}
		var id = this.categories.insert(pupil, claim, actor.userId(), this.clock.instant());
		this.audit.record(actor, pupil.schoolId(), "household.category-recorded", "enrolment", enrolmentId,
				Map.of("category", claim.code()));
		return id;
	}

	private static boolean overlaps(CategoryView held, CategoryClaim claim) {
		var heldUntil = held.validUntil();
		var claimUntil = claim.validUntil();
		return held.code().equals(claim.code()) && (heldUntil == null || !heldUntil.isBefore(claim.validFrom()))
				&& (claimUntil == null || !claimUntil.isBefore(held.validFrom()));
	}

	/**
	 * Ends a membership, as when the risk is resolved or the list no longer names the
	 * family.
	 */
	@Transactional
	public CategoryView end(Actor actor, long categoryId, @Nullable LocalDate lastDay, String reason) {
		var held = this.categories.find(categoryId).orElseThrow(() -> new NotFound("category " + categoryId));
		var pupil = this.students.pupil(actor, held.enrolmentId());
		if (recordable(actor).stream().noneMatch((category) -> category.code().equals(held.code()))) {
			throw new NotFound("category " + categoryId);
		}
		if (held.validUntil() != null && held.validUntil().isBefore(LocalDate.now(this.clock))) {
			throw new RuleViolation("household.category.ended");
		}
		if (lastDay == null || lastDay.isBefore(held.validFrom())) {
			throw RuleViolation.on("lastDay", "household.category.dates");
		}
		if (reason.isBlank()) {
			throw RuleViolation.on("reason", "household.category.reason");
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "household.category.reason.long", LONGEST_REASON);
		}
		this.categories.end(categoryId, lastDay, reason.strip(), actor.userId());
		this.audit.record(actor, pupil.schoolId(), "household.category-ended", "enrolment", pupil.id(),
				Map.of("category", held.code(), "lastDay", lastDay.toString()));
		return held;
	}

}
