package org.nuanyang.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.OrgService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of a school's awards, as filtered. */
@Service
@Transactional(readOnly = true)
class AwardLists {

	private static final int PAGE = 50;

	private final AwardRepository awards;

	private final ProgrammeService programmes;

	private final OrgService schools;

	private final AwardLeavers leavers;

	private final Clock clock;

	AwardLists(AwardRepository awards, ProgrammeService programmes, OrgService schools, AwardLeavers leavers,
			Clock clock) {
		this.leavers = leavers;
		this.awards = awards;
		this.programmes = programmes;
		this.schools = schools;
		this.clock = clock;
	}

	/** What the reader asked for; what is left open is the own school and this year. */
	record Asked(@Nullable Long school, @Nullable Integer year, @Nullable Tier tier, @Nullable Long schoolClass,
			@Nullable AwardStatus status, @Nullable Integer page, @Nullable Long programme) {

	}

	AwardList list(Actor actor, Asked asked) {
		var choice = this.schools.schools(actor);
		var school = choice.stream()
			.filter((one) -> asked.school() == null || one.id() == asked.school())
			.findFirst()
			.orElseThrow(() -> new NotFound("awards of school " + asked.school()));
		var programme = (asked.programme() != null) ? this.programmes.programme(asked.programme())
				: this.programmes.programme(ProgrammeService.TIERED_GRANT);
		var years = years(school.id());
		var year = (asked.year() != null) ? new SchoolYear(asked.year()) : years.getFirst();
		var filter = new AwardFilter(school.id(), programme.id(), year, asked.tier(), asked.schoolClass(),
				asked.status());
		var totals = this.awards.totals(filter);
		var page = Math.max(1, (asked.page() != null) ? asked.page() : 1);
		var rows = this.awards.list(filter, PAGE, Paged.offset(page, PAGE));
		var total = totals.stream().mapToLong(TierTotal::people).sum();
		return new AwardList(filter, programme.name(), school.name(), new Paged<>(rows, page, PAGE, total), totals,
				choice, years, this.schools.classes(school.id()), this.programmes.programmes(),
				this.leavers.of(school.id()));
	}

	/** Years with awards and this year, the latest first. */
	private List<SchoolYear> years(long schoolId) {
		var now = SchoolYear.of(LocalDate.now(this.clock));
		return Stream.concat(Stream.of(now), this.awards.years(schoolId).stream())
			.distinct()
			.sorted((one, other) -> other.compareTo(one))
			.toList();
	}

}
