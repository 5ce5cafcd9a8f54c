package org.nuanyang.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.PairRule;
import org.nuanyang.programme.PairService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Recipient;
import org.nuanyang.programme.Scale;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;

/**
 * Which programmes of its round a case will get, as the awards will: those it asks for,
 * less the one that is worth less of two of which only the higher is granted (就高,
 * money.md 6.2). Two that exclude each other otherwise both count, for the family has not
 * chosen yet: no sum is too low.
 */
final class ExpectedGrants {

	private final List<ProgrammeView> programmes;

	private final Map<Long, Set<Long>> asked;

	private final Map<Long, PupilView> pupils;

	private final Map<Long, Scale> scales = new HashMap<>();

	/**
	 * The programmes that give way to a higher one, each with those it is held against.
	 */
	private final Map<Long, Set<Long>> higherOf = new HashMap<>();

	ExpectedGrants(List<ProgrammeView> programmes, SchoolYear year, ProgrammeService standards, PairService pairs,
			Map<Long, Set<Long>> asked, Map<Long, PupilView> pupils) {
		this.programmes = programmes;
		this.asked = asked;
		this.pupils = pupils;
		for (var one : programmes) {
			standards.findScale(one.id(), year).ifPresent((scale) -> this.scales.put(one.id(), scale));
			for (var other : programmes) {
				if (one.id() < other.id() && pairs.rule(one.id(), other.id()) == PairRule.HIGHER) {
					this.higherOf.computeIfAbsent(one.id(), (id) -> new HashSet<>()).add(other.id());
					this.higherOf.computeIfAbsent(other.id(), (id) -> new HashSet<>()).add(one.id());
				}
			}
		}
	}

	List<ProgrammeView> programmes() {
		return this.programmes;
	}

	boolean gives(CaseView application, Tier tier, long programme) {
		return asks(application, programme) && this.higherOf.getOrDefault(programme, Set.of())
			.stream()
			.filter((other) -> asks(application, other))
			.noneMatch((other) -> isHigher(application, tier, other, programme));
	}

	/**
	 * Of two that are worth the same the first is granted, and then excludes the other.
	 */
	private boolean isHigher(CaseView application, Tier tier, long other, long programme) {
		var compared = annual(application, tier, other).orElse(Yuan.ZERO)
			.amount()
			.compareTo(annual(application, tier, programme).orElse(Yuan.ZERO).amount());
		return compared > 0 || compared == 0 && other < programme;
	}

	/**
	 * What the programme gives a pupil of that tier in the year; empty without a
	 * standard.
	 */
	Optional<Yuan> annual(CaseView application, Tier tier, long programme) {
		var pupil = this.pupils.get(application.enrolmentId());
		var scale = this.scales.get(programme);
		return (pupil != null && scale != null)
				? Optional.of(scale.annual(new Recipient(tier, pupil.stage(), pupil.boarding()))) : Optional.empty();
	}

	/** A case that names no programme asks for every one of its round. */
	private boolean asks(CaseView application, long programme) {
		return this.asked.getOrDefault(application.id(), Set.of(programme)).contains(programme);
	}

}
