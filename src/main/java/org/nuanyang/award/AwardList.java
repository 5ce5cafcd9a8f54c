package org.nuanyang.award;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.SchoolView;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Tier;

/**
 * The page of a school's awards.
 *
 * @param leavers pupils who are gone and whose award waits to be ended
 * @param schools those to choose from; one for a school's own people
 */
public record AwardList(AwardFilter filter, String programme, String schoolName, Paged<AwardRow> page,
		List<TierTotal> totals, List<SchoolView> schools, List<SchoolYear> years, List<ClassView> classes,
		List<ProgrammeView> programmes, List<AwardLeavers.Leaver> leavers) {

	/** Why the award waits to be ended, or null. */
	public AwardLeavers.@Nullable Leaver leaver(long awardId) {
		return this.leavers.stream().filter((one) -> one.awardId() == awardId).findFirst().orElse(null);
	}

	public Tier[] tiers() {
		return Tier.values();
	}

	public AwardStatus[] statuses() {
		return AwardStatus.values();
	}

	public long people() {
		return this.totals.stream().mapToLong(TierTotal::people).sum();
	}

	public Yuan annual() {
		return this.totals.stream().map(TierTotal::annual).reduce(Yuan.ZERO, Yuan::plus);
	}

	public Yuan autumn() {
		return this.totals.stream().map(TierTotal::autumn).reduce(Yuan.ZERO, Yuan::plus);
	}

	public Yuan spring() {
		return this.totals.stream().map(TierTotal::spring).reduce(Yuan.ZERO, Yuan::plus);
	}

}
