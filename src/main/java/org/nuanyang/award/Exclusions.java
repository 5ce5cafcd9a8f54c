package org.nuanyang.award;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingRow;
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

	private final Recommendations recommendations;

	Exclusions(PairService pairs, ProgrammeService programmes, ApplicationService applications,
			Recommendations recommendations) {
		this.pairs = pairs;
		this.programmes = programmes;
		this.applications = applications;
		this.recommendations = recommendations;
	}

	/** What excludes an award, and the programme that does. */
	record Exclusion(Obstacle obstacle, ProgrammeView other) {

	}

	Optional<Exclusion> against(FilingHead filing, FilingRow row, long programme, Recipient who, HeldAwards held) {
		for (var other : this.programmes.programmes()) {
			if (other.id() != programme) {
				var holding = held.of(row.personId(), other.id());
				var obstacle = obstacle(filing, row, new Pair(programme, other.id()), who, holding);
				if (obstacle != null) {
					return Optional.of(new Exclusion(obstacle, other));
				}
			}
		}
		return Optional.empty();
	}

	private record Pair(long programme, long other) {

	}

	private @Nullable Obstacle obstacle(FilingHead filing, FilingRow row, Pair pair, Recipient who,
			HeldAwards.Holding held) {
		return switch (this.pairs.rule(pair.programme(), pair.other())) {
			case TOGETHER -> null;
			case EITHER -> held.isLive() ? Obstacle.EITHER : null;
			case NEVER -> (held.isLive() || !held.before().isEmpty()) ? Obstacle.NEVER : null;
			case RECOMMENDED ->
				(held.isLive() && !this.recommendations.isApproved(row.applicationId(), pair.programme()))
						? Obstacle.NOT_RECOMMENDED : null;
			case HIGHER -> higher(filing, row, pair, who, held.isLive());
		};
	}

	/** The one that is worth more is granted, also before the other one is. */
	private @Nullable Obstacle higher(FilingHead filing, FilingRow row, Pair pair, Recipient who, boolean holds) {
		var mine = annual(pair.programme(), filing, who);
		var theirs = annual(pair.other(), filing, who);
		if (mine.amount().compareTo(theirs.amount()) > 0) {
			return holds ? Obstacle.LOWER_HELD : null;
		}
		return holds || (!mine.equals(theirs) && asks(filing, row, pair.other())) ? Obstacle.HIGHER : null;
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

}
