package org.nuanyang.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Sex;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rolls, without the numbers that are kept sealed. */
@Repository
class RollRepository {

	private static final String PUPILS = """
			with aided as (
				select w.enrolment_id, string_agg(distinct o.name, '、' order by o.name) as aid, sum(w.annual) as awarded
				from award w join programme o on o.id = w.programme_id
				where w.school_id = any (:schools) and w.school_year = :year and w.status in ('ACTIVE', 'STOPPED')
				group by w.enrolment_id),
			paid as (
				select r.enrolment_id, sum(r.amount) as paid, max(o.settled_on) as paid_on
				from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
					join payment_settlement o on o.row_id = r.id and o.kind = 'PAID'
				where b.school_id = any (:schools) and b.school_year = :year
					and not exists (select from payment_back v where v.row_id = r.id)
				group by r.enrolment_id),
			lines as (
				select e.*, p.name, p.sex, p.ethnicity, k.number as class_number, g.number as grade_number, g.entry_year,
					s.name as school, array(select c.code from pupil_category c
						join hardship_category v on v.code = c.code and v.sensitivity = any (:visible)
						where c.enrolment_id = e.id and c.school_id = e.school_id and c.valid_from <= :day
							and (c.valid_until is null or c.valid_until >= :day)) as codes,
					coalesce(d.aid, '') as aid, coalesce(d.awarded, 0) as awarded, coalesce(m.paid, 0) as paid, m.paid_on,
					exists (select from pupil_category c where c.enrolment_id = e.id and c.school_id = e.school_id
						and c.code in ('P02', 'P03', 'P04') and c.valid_until < :day) as resolved,
					(select array_remove(array[
							case when exists (select from household_member f where f.household_id = h.id
								and f.school_id = h.school_id and f.health = 'SEVERE') then 'ILLNESS' end,
							case when btrim(h.disaster) not in ('', '无') then 'DISASTER' end,
							case when btrim(h.accident) not in ('', '无') then 'ACCIDENT' end,
							case when btrim(h.weak_labour) not in ('', '无') then 'LABOUR' end,
							case when btrim(h.unemployment) not in ('', '无') then 'WORK' end,
							case when btrim(h.debt) not in ('', '无') then 'DEBT' end], null)
						from household h where h.enrolment_id = e.id and h.school_id = e.school_id
							and h.school_year = :year) as causes,
					(select a.decided_tier from aid_application a join aid_round r on r.id = a.round_id
						where a.enrolment_id = e.id and a.school_id = e.school_id and r.school_year = :year
							and a.status in ('RECOGNISED', 'ADJUSTED')) as tier
				from enrolment e join person p on p.id = e.person_id join school_class k on k.id = e.class_id
					join grade g on g.id = k.grade_id join school s on s.id = e.school_id
					left join aided d on d.enrolment_id = e.id left join paid m on m.enrolment_id = e.id
				where e.school_id = any (:schools) and e.left_on is null and e.id in (%s))
			""";

	private final JdbcClient jdbc;

	RollRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Sum(long pupils, Yuan awarded, Yuan paid) {

	}

	/**
	 * What a roll is asked for.
	 *
	 * @param visible which categories the reader may know of: no other leaves the
	 * database
	 */
	record Question(Roll roll, Collection<Long> schools, SchoolYear year, LocalDate day, Set<Sensitivity> visible) {

	}

	Sum sum(Question question) {
		return of(question, "select count(*), coalesce(sum(awarded), 0), coalesce(sum(paid), 0) from lines")
			.query((row, n) -> new Sum(row.getLong(1), Yuan.of(row.getBigDecimal(2)), Yuan.of(row.getBigDecimal(3))))
			.single();
	}

	List<Found> rows(Question question, int page, int size) {
		return of(question,
				"""
						select l.* from lines l order by l.school collate "zh-x-icu", l.grade_number nulls last, l.class_number, l.sort_key, l.id
						limit :size offset :offset""")
			.param("size", size)
			.param("offset", Paged.offset(page, size))
			.query(RollRepository::row)
			.list();
	}

	private JdbcClient.StatementSpec of(Question question, String sql) {
		return this.jdbc.sql(PUPILS.formatted(question.roll().pupils()) + sql)
			.param("schools", question.schools().toArray(Long[]::new))
			.param("year", question.year().firstYear())
			.param("day", question.day())
			.param("visible", question.visible().stream().map(Sensitivity::name).toArray(String[]::new));
	}

	/** A pupil as found; the words for it are put together above. */
	record Found(long enrolmentId, String name, Sex sex, String ethnicity, String school, @Nullable Integer grade,
			int entryYear, int classNumber, boolean boarding, LocalDate enteredOn, String status, List<String> codes,
			boolean disabled, boolean urban, boolean resolved, List<String> causes, @Nullable Tier tier, String aid,
			@Nullable LocalDate paidOn, Yuan awarded, Yuan paid) {

		boolean is(String code) {
			return this.codes.contains(code);
		}

	}

	private static Found row(ResultSet row, int n) throws SQLException {
		var tier = row.getString("tier");
		var ethnicity = row.getString("ethnicity");
		return new Found(row.getLong("id"), row.getString("name"), Sex.valueOf(row.getString("sex")),
				(ethnicity != null) ? ethnicity : "", row.getString("school"),
				row.getObject("grade_number", Integer.class), row.getInt("entry_year"), row.getInt("class_number"),
				row.getBoolean("boarding"), row.getObject("entered_on", LocalDate.class), row.getString("status"),
				texts(row.getArray("codes")), !"NONE".equals(row.getString("disability")),
				"URBAN".equals(row.getString("residence")), row.getBoolean("resolved"), texts(row.getArray("causes")),
				(tier != null) ? Tier.valueOf(tier) : null, row.getString("aid"),
				row.getObject("paid_on", LocalDate.class), Yuan.of(row.getBigDecimal("awarded")),
				Yuan.of(row.getBigDecimal("paid")));
	}

	private static List<String> texts(@Nullable Array array) throws SQLException {
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

}
