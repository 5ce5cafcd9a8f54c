package org.nuanyang.programme;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Programmes and amounts: a few dozen rows of policy, read as they stand. */
@Repository
class ProgrammeRepository {

	private final JdbcClient jdbc;

	ProgrammeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ProgrammeView> all() {
		return this.jdbc.sql("select id, code, name, name_en, tier_on_notice, keyed_by from programme order by id")
			.query(ProgrammeView.class)
			.list();
	}

	void showTierOnNotice(long programmeId, boolean shown) {
		this.jdbc.sql("update programme set tier_on_notice = ? where id = ?").params(shown, programmeId).update();
	}

	Map<Tier, Yuan> standards(long programmeId, SchoolYear year) {
		var amounts = new EnumMap<Tier, Yuan>(Tier.class);
		this.jdbc.sql("select tier, annual from programme_standard where programme_id = ? and school_year = ?")
			.params(programmeId, year.firstYear())
			.query((row) -> {
				amounts.put(Tier.valueOf(row.getString("tier")), Yuan.of(row.getBigDecimal("annual")));
			});
		return amounts;
	}

	List<Integer> years(long programmeId) {
		return this.jdbc
			.sql("select school_year from programme_standard where programme_id = ? union "
					+ "select school_year from programme_stage_standard where programme_id = ? order by 1 desc")
			.params(programmeId, programmeId)
			.query((row, n) -> row.getInt(1))
			.list();
	}

	Map<StageStandards.Key, Yuan> stageStandards(long programmeId, SchoolYear year) {
		var amounts = new HashMap<StageStandards.Key, Yuan>();
		this.jdbc
			.sql("select stage, boarding, annual from programme_stage_standard "
					+ "where programme_id = ? and school_year = ?")
			.params(programmeId, year.firstYear())
			.query((row) -> {
				amounts.put(
						new StageStandards.Key(SchoolStage.valueOf(row.getString("stage")), row.getBoolean("boarding")),
						Yuan.of(row.getBigDecimal("annual")));
			});
		return amounts;
	}

	void save(long programmeId, StageStandards standards) {
		standards.annual()
			.forEach((key, annual) -> this.jdbc.sql("""
					insert into programme_stage_standard (programme_id, school_year, stage, boarding, annual)
					values (?, ?, ?, ?, ?)
					on conflict (programme_id, school_year, stage, boarding) do update set annual = excluded.annual""")
				.params(programmeId, standards.year().firstYear(), key.stage().name(), key.boarding(), annual.amount())
				.update());
	}

	void save(long programmeId, Standards standards) {
		standards.annual()
			.forEach((tier, annual) -> this.jdbc
				.sql("insert into programme_standard (programme_id, school_year, tier, annual) values (?, ?, ?, ?) "
						+ "on conflict (programme_id, school_year, tier) do update set annual = excluded.annual")
				.params(programmeId, standards.year().firstYear(), tier.name(), annual.amount())
				.update());
	}

	Optional<Yuan> subsistenceLine(SchoolYear year) {
		return this.jdbc.sql("select annual from subsistence_line where school_year = ?")
			.param(year.firstYear())
			.query((row, n) -> row.getBigDecimal("annual"))
			.optional()
			.map(Yuan::of);
	}

	void saveSubsistenceLine(SchoolYear year, BigDecimal annual) {
		this.jdbc
			.sql("insert into subsistence_line (school_year, annual) values (?, ?) "
					+ "on conflict (school_year) do update set annual = excluded.annual")
			.params(year.firstYear(), annual)
			.update();
	}

}
