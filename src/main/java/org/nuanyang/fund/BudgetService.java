package org.nuanyang.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
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

/**
 * Budgets per round: set by officer or principal, in force once another person has
 * approved them; the latest approved figure holds.
 */
@Service
@Transactional(readOnly = true)
public class BudgetService {

	private static final Yuan HIGHEST = Yuan.of("99999999.99");

	private static final int LONGEST_REASON = 200;

	private static final String BUDGETS = """
			select b.*, a.approved, a.reason as refusal, a.answered_by_name, a.answered_at
			from fund_budget b left join fund_budget_answer a on a.budget_id = b.id
			""";

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
		return inForce(history(schoolId, year, programmeId));
	}

	private static Optional<BudgetView> inForce(List<BudgetView> history) {
		return history.stream().filter(BudgetView::isApproved).findFirst();
	}

	/** The last figure, while nobody has approved it. */
	private static Optional<BudgetView> proposal(List<BudgetView> history) {
		return history.stream().findFirst().filter((last) -> !last.isApproved());
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
			var own = of(schoolId, year, programme.id(), funds);
			var paid = this.programmes.findScale(programme.id(), year).isPresent() || !own.isEmpty();
			var history = history(schoolId, year, programme.id());
			return new BudgetLine(programme, inForce(history).orElse(null), proposal(history).orElse(null),
					FundBalance.sum(own), paid);
		}).filter((line) -> line.inUse() || line.isSet()).toList();
	}

	private static List<FundBalance> of(long schoolId, SchoolYear year, long programmeId, List<FundView> funds) {
		return funds.stream()
			.filter((fund) -> fund.schoolId() == schoolId && fund.year().equals(year)
					&& fund.programmeId() == programmeId)
			.map(FundView::balance)
			.toList();
	}

	/**
	 * The budget that a fund belongs to beside what all of its funds did, once so much
	 * more is promised; empty where none is in force.
	 */
	public Optional<BudgetUse> use(FundView fund, List<FundView> funds, Yuan more) {
		return budget(fund.schoolId(), fund.year(), fund.programmeId()).map((budget) -> BudgetUse.of(budget.total(),
				FundBalance.sum(of(fund.schoolId(), fund.year(), fund.programmeId(), funds)), more));
	}

	/** What a figure would leave, were it the budget. */
	BudgetUse use(long schoolId, SchoolYear year, long programmeId, Yuan total, List<FundView> funds) {
		return BudgetUse.of(total, FundBalance.sum(of(schoolId, year, programmeId, funds)), Yuan.ZERO);
	}

	/** Every figure set so far, the latest first. */
	List<BudgetView> history(long schoolId, SchoolYear year, long programmeId) {
		return this.jdbc.sql(BUDGETS + """
				where b.school_id = ? and b.programme_id = ? and b.school_year = ? order by b.id desc
				""").params(schoolId, programmeId, year.firstYear()).query(this::budget).list();
	}

	/** Those of a school that wait to be approved, the earliest first. */
	List<Waiting> waiting(long schoolId) {
		return this.jdbc
			.sql(BUDGETS
					+ """
							where b.school_id = ? and b.school_year >= ? and a.budget_id is null and not exists (select from fund_budget n
								where n.school_id = b.school_id and n.programme_id = b.programme_id
									and n.school_year = b.school_year and n.id > b.id) order by b.id
							""")
			.params(schoolId, SchoolYear.of(LocalDate.now(this.clock)).previous().firstYear())
			.query((row, n) -> new Waiting(row.getLong("programme_id"), budget(row, n)))
			.list();
	}

	/** A figure that waits, and for which programme. */
	record Waiting(long programmeId, BudgetView budget) {

	}

	private BudgetView budget(ResultSet row, int n) throws SQLException {
		var tiers = new EnumMap<Tier, Yuan>(Tier.class);
		for (var tier : Tier.values()) {
			var figure = row.getBigDecimal("tier_" + tier.name().toLowerCase(java.util.Locale.ROOT));
			if (figure != null) {
				tiers.put(tier, Yuan.of(figure));
			}
		}
		return new BudgetView(row.getLong("id"), new SchoolYear(row.getInt("school_year")),
				Yuan.of(row.getBigDecimal("total")), tiers, row.getString("reason"), row.getLong("set_by"),
				row.getBoolean("by_principal"), row.getString("set_by_name"), moment(row, "set_at"), answer(row));
	}

	private BudgetView.@Nullable Answer answer(ResultSet row) throws SQLException {
		var by = row.getString("answered_by_name");
		return (by != null) ? new BudgetView.Answer(row.getBoolean("approved"), row.getString("refusal"), by,
				moment(row, "answered_at")) : null;
	}

	private ZonedDateTime moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(this.clock.getZone());
	}

	/** The same figures again, waiting or in force, change nothing. */
	@Transactional
	BudgetView set(Actor actor, SchoolYear year, long programmeId, BudgetForm form) {
		set(actor, year, programmeId, form.amount(), form.tiers(), form.why());
		return history(actor.ownSchool(), year, programmeId).getFirst();
	}

	/**
	 * Proposes the figure of the actor's own school; tiers count only where the programme
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
		RuleViolation.refuse(wrong(total, tiers));
		var school = actor.ownSchool();
		takeTurns(school);
		var last = history(school, year, programmeId).stream().findFirst();
		if (last.filter((one) -> one.isWaiting() || one.isApproved())
			.filter((one) -> one.says(total, tiers))
			.isPresent()) {
			return;
		}
		this.jdbc
			.sql("""
					insert into fund_budget (id, school_id, programme_id, school_year, total, tier_one, tier_two, tier_three,
						reason, set_by, set_by_name, set_at, by_principal)
					values (nextval('id_seq'), :school, :programme, :year, :total, :one, :two, :three, :reason, :by, :byName, :at,
						:principal)
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
			.param("principal", actor.is(Role.PRINCIPAL))
			.update();
		this.audit.record(actor, school, "fund.budget-set", "school", school,
				Map.of("programme", programme.code(), "year", year.firstYear(), "total", total.toString()));
	}

	/** Brings the figure that waits for a programme into force. */
	@Transactional
	public void approve(Actor actor, SchoolYear year, long programmeId) {
		takeTurns(actor.ownSchool());
		history(actor.ownSchool(), year, programmeId).stream()
			.findFirst()
			.ifPresent((last) -> answer(actor, year, programmeId, last.id(), null));
	}

	/**
	 * Approves a figure, or says why not; whoever set it does neither.
	 * @param refusal null to approve
	 */
	@Transactional
	void answer(Actor actor, SchoolYear year, long programmeId, long id, @Nullable String refusal) {
		var school = actor.ownSchool();
		takeTurns(school);
		var history = history(school, year, programmeId);
		var budget = history.stream()
			.filter((one) -> one.id() == id && one.isFor(actor))
			.findFirst()
			.orElseThrow(() -> new NotFound("budget " + id));
		if (budget.setById() == actor.userId()) {
			throw new RuleViolation("fund.budget.own");
		}
		var before = budget.answer();
		if (before != null && before.approved() == (refusal == null)) {
			return;
		}
		if (before != null || budget.id() != history.getFirst().id()) {
			throw new RuleViolation("fund.budget.answered", budget.total().toString());
		}
		if (refusal != null && (refusal.isBlank() || refusal.strip().length() > LONGEST_REASON)) {
			throw RuleViolation.on("refusal", "fund.budget.refusal", LONGEST_REASON);
		}
		this.jdbc
			.sql("""
					insert into fund_budget_answer (budget_id, school_id, set_by, approved, reason, answered_by, answered_by_name,
						answered_at)
					values (:id, :school, :maker, :approved, :reason, :by, :byName, :at)
					""")
			.param("id", id)
			.param("school", school)
			.param("maker", budget.setById())
			.param("approved", refusal == null)
			.param("reason", (refusal != null) ? refusal.strip() : null, java.sql.Types.VARCHAR)
			.param("by", actor.userId())
			.param("byName", actor.name())
			.param("at", OffsetDateTime.now(this.clock))
			.update();
		this.audit.record(actor, school, (refusal == null) ? "fund.budget-approved" : "fund.budget-refused", "school",
				school, Map.of("programme", programme(programmeId).code(), "year", year.firstYear(), "total",
						budget.total().toString()));
	}

	/** Two who set or answer a school's budgets at once do it one after the other. */
	private void takeTurns(long schoolId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('fund_budget'), ?::integer)")
			.param(schoolId)
			.query((row, n) -> true)
			.single();
	}

	/**
	 * Everything for which these figures are no budget.
	 * @param total null while it cannot be read
	 */
	static List<RuleViolation> wrong(@Nullable Yuan total, Map<Tier, Yuan> tiers) {
		var wrong = new ArrayList<RuleViolation>();
		if (total != null && (!total.isPositive() || total.isMoreThan(HIGHEST))) {
			wrong.add(RuleViolation.on("total", "fund.budget.amount", HIGHEST.toString()));
		}
		tiers.forEach((tier, figure) -> {
			if (figure.isNegative()) {
				wrong.add(RuleViolation.on(tier.name().toLowerCase(java.util.Locale.ROOT), "fund.budget.negative"));
			}
		});
		var sum = tiers.values().stream().reduce(Yuan.ZERO, Yuan::plus);
		if (wrong.isEmpty() && total != null && sum.isMoreThan(total)) {
			wrong.add(RuleViolation.on("total", "fund.budget.tiers", sum.toString(), sum.minus(total).toString()));
		}
		return wrong;
	}

	private static java.math.@org.jspecify.annotations.Nullable BigDecimal figure(Map<Tier, Yuan> tiers, Tier tier) {
		var figure = tiers.get(tier);
		return (figure != null) ? figure.amount() : null;
	}

	private long tieredGrant() {
		return this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
	}

}
