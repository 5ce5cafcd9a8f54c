package org.nuanyang.award;

import java.util.List;

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
 * @param schools those to choose from; one for a school's own people
 */
public record AwardList(AwardFilter filter, String programme, String schoolName, Paged<AwardRow> page,
		List<TierTotal> totals, List<SchoolView> schools, List<SchoolYear> years, List<ClassView> classes,
		List<ProgrammeView> programmes) {

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
