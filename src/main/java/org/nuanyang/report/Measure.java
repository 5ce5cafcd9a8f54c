package org.nuanyang.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.RoundStep;
import org.nuanyang.kernel.NotFound;

/**
 * What a school is measured by. Each is one query over the pupils it concerns, one line
 * per pupil: {@code school_id, enrolment_id, application_id, tier, met, state, on_date,
 * amount, missing}, where {@code state} is a message key. The figure counts the lines,
 * the list shows them. Besides the views of {@link FigureRepository} it knows :year,
 * :term, :day and :due, the day by which a term is to be paid.
 */
enum Measure {

	/** 已认定 */
	IDENTIFIED(true, false,
			"""
					select p.school_id, p.id, c.id, case when c.status in ('RECOGNISED', 'ADJUSTED') then c.tier end,
						coalesce(c.status in ('RECOGNISED', 'ADJUSTED'), false),
						coalesce('application.status.' || c.status, 'report.state.NONE'), null::date, null::numeric, null::text[]
					from pupils p left join cases c on c.enrolment_id = p.id"""),
	/** 应助未助: the rules entitle the pupil directly, and nobody has recognised it. */
	ENTITLED(true, true,
			"""
					select p.school_id, p.id, c.id, case when c.status in ('RECOGNISED', 'ADJUSTED') then c.tier end,
						coalesce(c.status in ('RECOGNISED', 'ADJUSTED'), false) or exists (select from award w
							where w.school_id = p.school_id and w.enrolment_id = p.id and w.school_year = :year
								and w.status in ('ACTIVE', 'STOPPED')),
						coalesce('application.status.' || c.status, 'report.state.NONE'), null::date, null::numeric, null::text[]
					from pupils p left join cases c on c.enrolment_id = p.id
					where p.id in (select k.enrolment_id from pupil_category_known k
						where k.school_id = any (:schools) and k.valid_from <= :day
							and (k.valid_until is null or k.valid_until >= :day)
							and (:sensitive or k.code in (select h.code from hardship_category h where h.sensitivity = 'NORMAL'))
							and k.code in (select jsonb_array_elements_text(d -> 'categories')
								from rule_set s, jsonb_array_elements(s.body -> 'direct') d where s.status <> 'DRAFT'))"""),
	/** 按时发放 */
	PAID(false, false,
			"""
					select a.school_id, a.enrolment_id, max(a.application_id), max(t.tier),
						bool_and(coalesce(s.settled_on <= :due, false)),
						case when bool_and(coalesce(s.settled_on <= :due, false)) then 'report.state.PAID'
							when bool_and(s.settled_on is not null) then 'report.state.LATE'
							when :due >= :day then 'report.state.UNPAID'
							when bool_or(o.award_id is not null) then 'report.state.OVERDUE' else 'report.state.OFF' end,
						max(s.settled_on), coalesce(sum(s.amount), 0), null::text[]
					from award a join award_term t on t.award_id = a.id and t.school_id = a.school_id and t.term = :term and t.amount > 0
						left join paid s on s.award_id = a.id
						left join payment_owed o on o.award_id = a.id and o.term = t.term and o.school_id = any (:schools)
					where a.school_year = :year and a.school_id = any (:schools) and a.granted_at <= :cut
						and (a.status = 'ACTIVE' or s.award_id is not null
							or a.status = 'STOPPED' and a.stopped_from = 'SPRING' and :term = 'AUTUMN')
					group by a.school_id, a.enrolment_id"""),
	/** 逾期未发: money of this year and the last whose day is over. */
	OVERDUE(false, true, """
			select a.school_id, a.enrolment_id, max(a.application_id), max(t.tier), bool_and(o.award_id is null),
				case when bool_and(o.award_id is null) then 'report.state.SETTLED' else 'report.state.OVERDUE' end,
				min(o.due_on), sum(o.amount), null::text[]
			from award a join award_term t on t.award_id = a.id and t.school_id = a.school_id and t.amount > 0
				join payment_term d on d.school_year = a.school_year and d.term = t.term and d.due_on < :day
				left join payment_owed o on o.award_id = a.id and o.term = t.term and o.school_id = any (:schools)
			where a.school_year between :year - 1 and :year and a.school_id = any (:schools) and a.granted_at <= :cut
				and (a.status = 'ACTIVE' or a.status = 'STOPPED' and a.stopped_from = 'SPRING' and t.term = 'AUTUMN')
			group by a.school_id, a.enrolment_id"""),
	/** 家访完成 */
	VISITED(false, false, """
			select c.school_id, c.enrolment_id, c.id, null::text, v.day is not null,
				case when v.day is null then 'report.state.NOT_VISITED' else 'report.state.VISITED' end, v.day,
				null::numeric, null::text[]
			from cases c left join visits v on v.enrolment_id = c.enrolment_id
			where c.status not in ('DRAFT', 'WITHDRAWN')"""),
	/**
	 * 认定手续齐全: what the procedure leaves in the archive of a recognised case. What a
	 * family's own form and evidence lack is sealed to a query; the pupil file tells it.
	 */
	FILES(false, false, files("c.status in ('RECOGNISED', 'ADJUSTED')")),
	/** 手续齐全: what a live case has to have where it stands. */
	PAPERS(false, true, files("c.status not in ('DRAFT', 'WITHDRAWN', 'REFUSED', 'NOT_PASSED', 'ENDED')")),
	/**
	 * 名单内未申请: on the list of an authority (P15 and after are the school's own word) or so
	 * known from the roster, and no case of the year.
	 */
	UNAPPLIED(true, true,
			"""
					select p.school_id, p.id, c.id, null::text, coalesce(c.status <> 'WITHDRAWN', false),
						coalesce('application.status.' || c.status, 'report.state.NONE'), null::date, null::numeric, null::text[]
					from pupils p left join cases c on c.enrolment_id = p.id
					where p.id in (select k.enrolment_id from pupil_category_known k
						where k.school_id = any (:schools) and k.code between 'P01' and 'P14' and k.valid_from <= :day
							and (:sensitive or k.code in (select h.code from hardship_category h where h.sensitivity = 'NORMAL'))
							and (k.valid_until is null or k.valid_until >= :day))"""),
	/** 已备案: what an authority has accepted of what this year recognised. */
	FILED(true, false,
			"""
					select f.school_id, f.enrolment_id, f.id, f.tier, f.filed,
						case when f.filed then 'report.state.FILED' else 'report.state.NOT_FILED' end,
						null::date, null::numeric, null::text[]
					from (select c.*, exists (select from filing_row w join filing_answer n on n.filing_id = w.filing_id and n.accepted
							where w.application_id = c.id and w.school_id = c.school_id and n.answered_at <= :cut
								and not exists (select from filing_row_return b
									where b.filing_id = w.filing_id and b.position = w.position)) as filed
						from cases c where c.status in ('RECOGNISED', 'ADJUSTED', 'ENDED')) f
					where f.filed or f.status <> 'ENDED'"""),
	/** 等待办理: cases that wait for a step of the round, drafts too. */
	WAITING(true, false,
			"""
					select c.school_id, c.enrolment_id, c.id, c.tier, true,
						case when c.status = 'ON_NOTICE' and c.id in (select id from past) then '%s' else '%s' || c.status end,
						null::date, null::numeric, null::text[] from cases c where c.status in (%s)"""
				.formatted(Measure.PAST, Measure.STATE,
						Arrays.stream(ApplicationStatus.values())
							.filter((status) -> status.awaits().isPresent())
							.map((status) -> "'" + status + "'")
							.collect(Collectors.joining(", ")))),
	/** 已定等级: what the committee has decided, recognised or on the way to it. */
	DECIDED(true, false, """
			select c.school_id, c.enrolment_id, c.id, case when c.status in %1$s then c.tier end,
				c.status in %1$s, 'application.status.' || c.status, null::date, null::numeric, null::text[]
			from cases c where c.status not in ('DRAFT', 'WITHDRAWN')"""
		.formatted("('PASSED', 'ON_NOTICE', 'OBJECTED', 'RECOGNISED', 'ADJUSTED')"));

	private static final String STATE = "application.status.";

	/**
	 * On notice until it ended: it waits to be filed, though its status says otherwise.
	 */
	private static final String PAST = "report.state.PAST";

	private final boolean counted;

	private final boolean open;

	private final String sql;

	Measure(boolean counted, boolean open, String sql) {
		this.counted = counted;
		this.open = open;
		this.sql = sql;
	}

	/** The step that a line of cases waits for, by its state. */
	static Optional<RoundStep> awaits(String state) {
		return state.equals(PAST) ? Optional.of(RoundStep.FILE)
				: ApplicationStatus.valueOf(state.substring(STATE.length())).awaits();
	}

	/** The states of the cases that wait for a step. */
	static String[] states(RoundStep step) {
		return Stream.concat(Arrays.stream(ApplicationStatus.values()).map((status) -> STATE + status), Stream.of(PAST))
			.filter((state) -> awaits(state).filter(step::equals).isPresent())
			.toArray(String[]::new);
	}

	/** The papers of cases, each from the step on that asks for it. */
	private static String files(String cases) {
		return """
				select f.school_id, f.enrolment_id, f.id, f.tier, cardinality(f.missing) = 0,
					case when cardinality(f.missing) = 0 then 'report.state.COMPLETE' else 'report.state.INCOMPLETE' end,
					null::date, null::numeric, f.missing
				from (select c.*, array_remove(array[
						case when c.declaration_id is null then 'DECLARATION' end,
						case when c.route = 'GUARDIAN' and not exists (select from attachment t
							where t.school_id = c.school_id and t.owner_type = 'application' and t.owner_id = c.id
								and t.slot = 'form' and t.removed_at is null and t.uploaded_at <= :cut) then 'FORM' end,
						case when not exists (select from attachment t
							where t.school_id = c.school_id and t.owner_type = 'application' and t.owner_id = c.id
								and t.slot = 'register' and t.removed_at is null and t.uploaded_at <= :cut) then 'REGISTER' end,
						case when c.status not in ('SUBMITTED', 'SENT_BACK', 'ACCEPTED')
							and not exists (select from visits v where v.enrolment_id = c.enrolment_id) then 'VISIT' end,
						case when c.status not in ('SUBMITTED', 'SENT_BACK', 'ACCEPTED', 'VISITED')
							and not exists (select from class_appraisal_opinion o
								where o.school_id = c.school_id and o.application_id = c.id) then 'APPRAISAL' end,
						case when c.status in ('RECOGNISED', 'ADJUSTED')
							and not exists (select from meeting_decision d where d.school_id = c.school_id
								and d.application_id = c.id and d.signed_at <= :cut) then 'MEETING' end,
						case when c.status in ('RECOGNISED', 'ADJUSTED')
							and not exists (select from notice_case l join notice n on n.id = l.notice_id
								where l.school_id = c.school_id and l.application_id = c.id and l.live
									and n.status in ('PUBLISHED', 'ARCHIVED') and n.closes_on < :day) then 'NOTICE' end,
						case when c.status in ('RECOGNISED', 'ADJUSTED')
							and not exists (select from filing_row r join filing_answer w on w.filing_id = r.filing_id
								where r.school_id = c.school_id and r.application_id = c.id and w.accepted
									and w.answered_at <= :cut and not exists (select from filing_row_return b
										where b.filing_id = r.filing_id and b.position = r.position)) then 'FILING' end], null) as missing
					from cases c where %s) f"""
			.formatted(cases);
	}

	/** The measure of an address. */
	static Measure of(String path) {
		return Arrays.stream(values())
			.filter((measure) -> measure.path().equals(path))
			.findFirst()
			.orElseThrow(() -> new NotFound("measure " + path));
	}

	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether its lines have an amount. */
	public boolean isMoney() {
		return this == PAID || this == OVERDUE;
	}

	/** Message of what the day of its lines is, or null where they have none. */
	public @Nullable String dayKey() {
		return switch (this) {
			case PAID, VISITED -> "report.column.on";
			case OVERDUE -> "report.column.due";
			default -> null;
		};
	}

	/** Shown as a number of pupils; the others as a share. */
	public boolean isCounted() {
		return this.counted;
	}

	/** Shown by those for whom it is not met. */
	public boolean isOpen() {
		return this.open;
	}

	/** The side that its figure counts. */
	Side shown() {
		return isOneSided() ? Side.ALL : this.open ? Side.OPEN : Side.MET;
	}

	/** Where nobody could be on the other side. */
	boolean isOneSided() {
		return this == WAITING;
	}

	String sql() {
		return this.sql;
	}

	public String labelKey() {
		return "report." + name();
	}

	/** What those of a side have in common. */
	public String sideKey(Side side) {
		return (side == Side.ALL && !isOneSided()) ? "report.all" : labelKey() + "." + side.key();
	}

	/**
	 * The sentence that says who stands on a side.
	 * @param sensitive as in {@link Moment}; for whoever may not know, some are left out
	 */
	String whatKey(Side side, boolean sensitive) {
		var what = labelKey() + "." + side.key() + ".what";
		return (isOfCategories() && !sensitive) ? what + ".partial" : what;
	}

	private boolean isOfCategories() {
		return this == ENTITLED || this == UNAPPLIED;
	}

}
