package org.nuanyang.award;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingRow;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.PairService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Recipient;
import org.springframework.stereotype.Component;

/**
 * Whether a programme that a pupil holds, at whatever school, excludes another one: the
 * county's matrix, asked where an award would arise.
 */
@Component
class Exclusions {

	private final PairService pairs;

	private final ProgrammeService programmes;

	private final ApplicationService applications;

	private final AwardRepository awards;

	private final Recommendations recommendations;

	Exclusions(PairService pairs, ProgrammeService programmes, ApplicationService applications, AwardRepository awards,
			Recommendations recommendations) {
		this.pairs = pairs;
		this.programmes = programmes;
		this.applications = applications;
		this.awards = awards;
		this.recommendations = recommendations;
	}

	/** What excludes an award, and the programme that does. */
	record Exclusion(Obstacle obstacle, ProgrammeView other) {

	}

	Optional<Exclusion> against(FilingHead filing, FilingRow row, long programme, Recipient who) {
		for (var other : this.programmes.programmes()) {
			if (other.id() != programme) {
				var obstacle = obstacle(filing, row, programme, other.id(), who);
				if (obstacle != null) {
					return Optional.of(new Exclusion(obstacle, other));
				}
			}
		}
		return Optional.empty();
	}

	private @Nullable Obstacle obstacle(FilingHead filing, FilingRow row, long programme, long other, Recipient who) {
		return switch (this.pairs.rule(programme, other)) {
			case TOGETHER -> null;
			case EITHER -> holds(filing, row, other) ? Obstacle.EITHER : null;
			case NEVER -> holds(filing, row, other) || held(filing, row, other) ? Obstacle.NEVER : null;
			case RECOMMENDED ->
				holds(filing, row, other) && !this.recommendations.isApproved(row.applicationId(), programme)
						? Obstacle.NOT_RECOMMENDED : null;
			case HIGHER -> higher(filing, row, programme, other, who);
		};
	}

	/** The one that is worth more is granted, also before the other one is. */
	private @Nullable Obstacle higher(FilingHead filing, FilingRow row, long programme, long other, Recipient who) {
		var holds = holds(filing, row, other);
		var mine = annual(programme, filing, who);
		var theirs = annual(other, filing, who);
		if (mine.amount().compareTo(theirs.amount()) > 0) {
			return holds ? Obstacle.LOWER_HELD : null;
		}
		return holds || (!mine.equals(theirs) && asks(filing, row, other)) ? Obstacle.HIGHER : null;
	}

	private boolean asks(FilingHead filing, FilingRow row, long programme) {
		return this.applications.programmes(filing.roundId()).contains(programme)
				&& this.applications.askedProgrammes(filing.roundId())
					.getOrDefault(row.applicationId(), Set.of(programme))
					.contains(programme);
	}

	private Yuan annual(long programme, FilingHead filing, Recipient who) {
		return this.programmes.findScale(programme, filing.year()).map((scale) -> scale.annual(who)).orElse(Yuan.ZERO);
	}

	private boolean holds(FilingHead filing, FilingRow row, long programme) {
		return this.awards.awardedHere(row.personId(), programme, filing.year(), filing.schoolId())
				|| this.awards.awardedElsewhere(row.personId(), programme, filing.year(), filing.schoolId());
	}

	private boolean held(FilingHead filing, FilingRow row, long programme) {
		return Arrays.stream(Term.values())
			.anyMatch((term) -> this.awards.awardedBefore(row.personId(), programme, filing.year(), term));
	}

}
