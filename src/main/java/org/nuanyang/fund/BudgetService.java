package org.nuanyang.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Budgets per round: set by officer or principal, the latest figure holds. */
@Service
@Transactional(readOnly = true)
public class BudgetService {

	private static final Yuan HIGHEST = Yuan.of("99999999.99");

	private final JdbcClient jdbc;

	private final ProgrammeService programmes;

	private final Audit audit;

	private final Clock clock;

	BudgetService(JdbcClient jdbc, ProgrammeService programmes, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.programmes = programmes;
		this.audit = audit;
		this.clock = clock;
	}

	/** The figure in force for the tiered grant of a school and year. */
	public Optional<BudgetView> budget(long schoolId, SchoolYear year) {
		return budget(schoolId, year, tieredGrant());
	}

	/** The figure in force for a programme. */
	public Optional<BudgetView> budget(long schoolId, SchoolYear year, long programmeId) {
		return history(schoolId, year, programmeId).stream().findFirst();
	}

	/** The programme whose budget is meant; the tiered grant where none is named. */
	ProgrammeView programme(@Nullable Long id) {
		return this.programmes.programme((id != null) ? id : tieredGrant());
	}

	/**
	 * A school's budgets of a year beside what its funds did, one line per programme that
	 * has standards, a budget or a fund.
	 */
	List<BudgetLine> lines(long schoolId, SchoolYear year, List<FundView> funds) {
		return this.programmes.programmes().stream().map((programme) -> {
			var own = funds.stream()
				.filter((fund) -> fund.schoolId() == schoolId && fund.year().equals(year)
						&& fund.programmeId() == programme.id())
				.map(FundView::balance)
				.toList();
			var paid = this.programmes.findScale(programme.id(), year).isPresent() || !own.isEmpty();
			return new BudgetLine(programme, budget(schoolId, year, programme.id()).orElse(null), FundBalance.sum(own),
					paid);
		}).filter((line) -> line.inUse() || line.budget() != null).toList();
	}

	/** Every figure set so far, the latest first. */
	List<BudgetView> history(long schoolId, SchoolYear year, long programmeId) {
		return this.jdbc.sql("""
				select school_year, total, tier_one, tier_two, tier_three, reason, set_by_name, set_at from fund_budget
				where school_id = ? and programme_id = ? and school_year = ? order by id desc
				""").params(schoolId, programmeId, year.firstYear()).query(this::budget).list();
	}

	private BudgetView budget(ResultSet row, int n) throws SQLException {
		var tiers = new EnumMap<Tier, Yuan>(Tier.class);
		for (var tier : Tier.values()) {
			var figure = row.getBigDecimal("tier_" + tier.name().toLowerCase(java.util.Locale.ROOT));
			if (figure != null) {
				tiers.put(tier, Yuan.of(figure));
			}
		}
		return new BudgetView(new SchoolYear(row.getInt("school_year")), Yuan.of(row.getBigDecimal("total")), tiers,
				row.getString("reason"), row.getString("set_by_name"),
				row.getObject("set_at", OffsetDateTime.class).atZoneSameInstant(this.clock.getZone()));
	}

	/**
	 * Sets the figure of the actor's own school; the same figures again change nothing.
	 */
	@Transactional
	void set(Actor actor, SchoolYear year, long programmeId, BudgetForm form) {
		set(actor, year, programmeId, form.amount(), form.tiers(), form.why());
	}

	/**
	 * Sets the figure of the actor's own school; tiers count only where the programme
	 * pays by them.
	 */
	@Transactional
	public void set(Actor actor, SchoolYear year, long programmeId, Yuan total, Map<Tier, Yuan> perTier,
			String reason) {
		if (!actor.is(Role.OFFICER, Role.PRINCIPAL)) {
			throw new NotFound("budget of " + year);
		}
		var programme = programme(programmeId);
		var tiers = programme.isByTier() ? perTier : Map.<Tier, Yuan>of();
		check(total, tiers);
		var school = actor.ownSchool();
		var before = budget(school, year, programmeId);
		if (before.isPresent() && before.get().total().equals(total) && before.get().tiers().equals(tiers)) {
			return;
		}
		this.jdbc
			.sql("""
					insert into fund_budget (id, school_id, programme_id, school_year, total, tier_one, tier_two, tier_three,
						reason, set_by, set_by_name, set_at)
					values (nextval('id_seq'), :school, :programme, :year, :total, :one, :two, :three, :reason, :by, :byName, :at)
					""")
			.param("school", school)
			.param("programme", programmeId)
			.param("year", year.firstYear())
			.param("total", total.amount())
			.param("one", figure(tiers, Tier.ONE), java.sql.Types.NUMERIC)
			.param("two", figure(tiers, Tier.TWO), java.sql.Types.NUMERIC)
			.param("three", figure(tiers, Tier.THREE), java.sql.Types.NUMERIC)
			.param("reason", reason)
			.param("by", actor.userId())
			.param("byName", actor.name())
			.param("at", OffsetDateTime.now(this.clock))
			.update();
		this.audit.record(actor, school, "fund.budget-set", "school", school,
				Map.of("programme", programme.code(), "year", year.firstYear(), "total", total.toString()));
	}

	private static void check(Yuan total, Map<Tier, Yuan> tiers) {
		if (!total.isPositive() || total.isMoreThan(HIGHEST)) {
			throw RuleViolation.on("total", "fund.budget.amount", HIGHEST.toString());
		}
		tiers.forEach((tier, figure) -> {
			if (figure.isNegative()) {
				throw RuleViolation.on(tier.name().toLowerCase(java.util.Locale.ROOT), "fund.budget.negative");
			}
		});
		var sum = tiers.values().stream().reduce(Yuan.ZERO, Yuan::plus);
		if (sum.isMoreThan(total)) {
			throw RuleViolation.on("total", "fund.budget.tiers", sum.toString(), sum.minus(total).toString());
		}
	}

	private static java.math.@org.jspecify.annotations.Nullable BigDecimal figure(Map<Tier, Yuan> tiers, Tier tier) {
		var figure = tiers.get(tier);
		return (figure != null) ? figure.amount() : null;
	}

	private long tieredGrant() {
		return this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
	}

}
