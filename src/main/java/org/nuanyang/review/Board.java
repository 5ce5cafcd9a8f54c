package org.nuanyang.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.identification.Threshold;
import org.nuanyang.fund.BudgetView;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Standards;
import org.nuanyang.programme.Tier;

/**
 * The cases of a meeting ranked by points, with the lines between tiers, what was decided
 * so far, and what it would cost.
 */
record Board(List<Row> rows, List<TierTotal> totals, int passing, List<Cost> costs) {

	static final Comparator<CaseView> RANKING = Comparator.comparing(CaseView::direct, Comparator.reverseOrder())
		.thenComparing(CaseView::points, Comparator.nullsLast(Comparator.reverseOrder()))
		.thenComparing(CaseView::number);

	static Board of(List<CaseView> cases, Map<Long, DecisionView> decisions, Setting setting) {
		var rows = new ArrayList<Row>();
		var lines = setting.lines();
		var above = new ArrayList<>(lines.lines());
		var twins = Twins.of(cases, setting.elsewhere(), decisions, setting.grounds());
		for (var application : cases.stream().sorted(RANKING).toList()) {
			rows.add(new Row(rows.size() + 1, application, crossed(above, application), lines.near(application),
					decisions.get(application.id()), setting.tasks().get(application.id()),
					setting.kin().contains(application.id()), twins.of(application)));
		}
		var totals = Arrays.stream(Tier.values()).map((tier) -> TierTotal.of(tier, rows, setting)).toList();
		return new Board(rows, totals, totals.stream().mapToInt(TierTotal::count).sum(), List.of());
	}

	/** The same with what each programme of the round costs in the year. */
	Board with(List<Cost> costs) {
		return new Board(this.rows, this.totals, this.passing, costs);
	}

	/**
	 * What a board is laid out with beside its cases.
	 *
	 * @param elsewhere cases of the round that are decided and not on this board
	 * @param tasks why a case came back to the committee, by case
	 * @param kin cases of whose family a member present may be
	 * @param grounds what each assessment rested on, by assessment
	 * @param granted whether a case with a tier will get the tiered grant; who asks for
	 * none, or gets a higher one instead, costs nothing
	 * @param lastYear how many pupils had which tier the year before; empty when unknown
	 */
	record Setting(List<CaseView> elsewhere, Map<Long, String> tasks, Set<Long> kin, ThresholdLines lines,
			Map<Long, String> grounds, Optional<Standards> standards, Optional<BudgetView> budget,
			BiPredicate<CaseView, Tier> granted, Map<Tier, Long> lastYear) {

	}

	/** How many had a tier the year before, or null without a round then. */
	public @Nullable Long lastYear() {
		return this.totals.stream().map(TierTotal::lastYear).anyMatch(Objects::isNull) ? null
				: this.totals.stream().map(TierTotal::lastYear).filter(Objects::nonNull).reduce(0L, Long::sum);
	}

	public long before() {
		return this.totals.stream().mapToLong(TierTotal::before).sum();
	}

	/** Some of the rows with the lines that lie between them. */
	private List<Row> lined(List<Row> some) {
		var above = this.rows.stream().flatMap((row) -> row.crossed().stream()).collect(Collectors.toList());
		return some.stream().map((row) -> row.below(crossed(above, row.application()))).toList();
	}

	/** The lines that lie between the row above and this one; each is crossed once. */
	private static List<Threshold> crossed(List<Threshold> above, CaseView application) {
		var points = application.points();
		if (points == null) {
			return List.of();
		}
		var crossed = above.stream().filter((line) -> line.from().intValue() > points).toList();
		above.removeAll(crossed);
		return crossed;
	}

	public long decided() {
		return this.rows.stream().filter((row) -> row.decision() != null).count();
	}

	public long undecided() {
		return this.rows.size() - decided();
	}

	public long rejected() {
		return count(Outcome.NONE);
	}

	public long postponed() {
		return count(Outcome.POSTPONED);
	}

	/** How many of a view may be decided as suggested without talking about each. */
	public long batchable(View view) {
		return shown(view).stream().filter(Row::batchable).count();
	}

	/** How many of a view have no decision. */
	public long undecided(View view) {
		return shown(view).stream().filter((row) -> row.decision() == null).count();
	}

	/** How many decisions are signed off; they stay whatever becomes of the meeting. */
	public long signed() {
		return this.rows.stream().filter((row) -> row.decision() != null && row.decision().signedBy() != null).count();
	}

	/**
	 * Who signed which cases, in the order of signing: a recused case has another signer.
	 */
	public List<Signed> signatures() {
		var signed = new LinkedHashMap<String, Signed>();
		for (var row : this.rows) {
			var decision = row.decision();
			var name = (decision != null) ? decision.signedBy() : null;
			var at = (decision != null) ? decision.signedAt() : null;
			if (name != null && at != null) {
				signed.computeIfAbsent(name + at, (first) -> new Signed(name, at, new ArrayList<>()))
					.pupils()
					.add(row.application().name());
			}
		}
		return signed.values().stream().sorted(Comparator.comparing(Signed::at)).toList();
	}

	/** The cases one person signed at once. */
	record Signed(String name, Instant at, List<String> pupils) {

		private static final int NAMED = 6;

		/** So few that their names can be read. */
		public boolean isNamed() {
			return this.pupils.size() <= NAMED;
		}

	}

	public boolean hasRecusals() {
		return this.rows.stream().anyMatch((row) -> row.decision() != null && !row.decision().recused().isEmpty());
	}

	private long count(Outcome outcome) {
		return this.rows.stream()
			.filter((row) -> row.decision() != null && row.decision().outcome() == outcome)
			.count();
	}

	/**
	 * What is suggested in a view where it may be decided so without talking about it.
	 */
	public Shown suggested(View view) {
		return new Shown(shown(view).stream()
			.filter(Row::batchable)
			.map(Row::application)
			.collect(Collectors.toMap(CaseView::id, (one) -> Outcome.of(one.suggestedTier()))));
	}

	/** Which programmes would cost more than the year's budget has. */
	public List<Cost> exceeded() {
		return this.costs.stream().filter(Cost::isExceeded).toList();
	}

	/** Which tiers would cost more than their part of the budget. */
	public List<TierTotal> exceededTiers() {
		return this.totals.stream().filter(TierTotal::isExceeded).toList();
	}

	/** What a batch of a view would record, and of how many. */
	public List<Recorded> batch(View view) {
		var suggested = suggested(view).outcomes().values();
		return Arrays.stream(Outcome.values())
			.map((outcome) -> new Recorded(outcome, suggested.stream().filter(outcome::equals).count()))
			.filter((recorded) -> recorded.count() > 0)
			.toList();
	}

	record Recorded(Outcome outcome, long count) {

	}

	public List<Row> shown(View view) {
		return (view != View.ALL) ? lined(this.rows.stream().filter(view::shows).toList()) : this.rows;
	}

	public long count(View view) {
		return this.rows.stream().filter(view::shows).count();
	}

	/** Which rows of the board are looked at. */
	enum View {

		ALL, NEAR, DIFFERING, TWINS, UNDECIDED;

		boolean shows(Row row) {
			return switch (this) {
				case ALL -> true;
				case NEAR -> row.near().isPresent();
				case DIFFERING -> row.differs();
				case TWINS -> !row.twins().isEmpty();
				case UNDECIDED -> row.decision() == null;
			};
		}

	}

	/**
	 * One case on the board.
	 *
	 * @param crossed lines drawn above the row
	 * @param task why the case came back to the committee, or null
	 * @param kin a member present bears the name of somebody of the family
	 * @param twins cases with the same facts and another tier
	 */
	record Row(int rank, CaseView application, List<Threshold> crossed, Optional<ThresholdLines.Near> near,
			@Nullable DecisionView decision, @Nullable String task, boolean kin, List<Twins.Twin> twins) {

		Row below(List<Threshold> lines) {
			return new Row(this.rank, this.application, lines, this.near, this.decision, this.task, this.kin,
					this.twins);
		}

		/** What a batch records for it. */
		public Outcome suggestion() {
			return Outcome.of(this.application.suggestedTier());
		}

		/** Nobody has ruled on it, and a member may have to stay away. */
		public boolean asksWhoIsKin() {
			return this.kin && this.decision == null;
		}

		public boolean hasHint() {
			return this.near.isPresent() || differs() || this.task != null || asksWhoIsKin() || !this.twins.isEmpty();
		}

		/** The class proposes another tier than the rule set. */
		public boolean differs() {
			return this.application.classTier() != this.application.suggestedTier();
		}

		public boolean batchable() {
			return this.decision == null && this.near.isEmpty() && !differs() && this.task == null && !this.kin;
		}

		/** The tier decided, or the one suggested as long as nothing is. */
		public @Nullable Tier tier() {
			return (this.decision != null) ? this.decision.outcome().tier() : this.application.suggestedTier();
		}

	}

	/**
	 * What a programme will cost in the year: on this board, and those for whom the round
	 * has decided before.
	 *
	 * @param here of this board alone
	 * @param amount of both
	 */
	record Cost(String programme, long count, long before, Yuan here, Yuan amount, @Nullable BudgetView budget) {

		/** What the budget leaves; below zero by how much it is exceeded. */
		public @Nullable Yuan left() {
			return (this.budget != null) ? this.budget.left(this.amount) : null;
		}

		boolean isExceeded() {
			var left = left();
			return left != null && left.isNegative();
		}

	}

	/**
	 * How many pupils a tier would have and what it costs in a year, where the standard
	 * is known.
	 *
	 * @param before how many of the round had it already, on other boards
	 * @param lastYear how many had it the year before, or null without a round then
	 * @param year what those of this board and of others cost in a year
	 * @param budget what the year's budget has for the tier, or null
	 */
	record TierTotal(Tier tier, int count, long before, @Nullable Long lastYear, @Nullable Yuan annual,
			@Nullable Yuan year, @Nullable Yuan budget) {

		static TierTotal of(Tier tier, List<Row> rows, Setting setting) {
			var here = rows.stream().filter((row) -> row.tier() == tier).map(Row::application).toList();
			var before = setting.elsewhere().stream().filter((it) -> it.decidedTier() == tier).toList();
			var annual = setting.standards().map((known) -> known.annual(tier));
			var granted = Stream.concat(here.stream(), before.stream())
				.filter((it) -> setting.granted().test(it, tier))
				.count();
			return new TierTotal(tier, here.size(), before.size(),
					setting.lastYear().isEmpty() ? null : setting.lastYear().getOrDefault(tier, 0L),
					annual.orElse(null), annual.map((amount) -> amount.times(granted)).orElse(null),
					setting.budget().map((set) -> set.of(tier)).orElse(null));
		}

		/** What the tier's part of the budget leaves, where it has one. */
		public @Nullable Yuan left() {
			return (this.budget != null && this.year != null) ? this.budget.minus(this.year) : null;
		}

		boolean isExceeded() {
			var left = left();
			return left != null && left.isNegative();
		}

	}

}
