package org.nuanyang.watch;

import java.util.Arrays;

import org.nuanyang.kernel.NotFound;

/**
 * The built-in checks, by the codes of money.md 6.3. Each is one query over what the
 * reader's schools show; it answers with one line per finding: {@code school_id,
 * enrolment_id, award_id, batch_id, notice_id, on_date, amount, said, a, b, c}, where
 * {@code said} names the sentence and a, b, c fill it. Besides the views of
 * {@link FlagRepository} it knows :today and :since, the first school year looked at.
 */
enum Check {

	/** 同一学生同一项目同一学期两次及以上 */
	R01(Severity.HIGH,
			"""
					select school_id, enrolment_id, award_id, batch_id, null::bigint, locked_on, amount, 'R01', times::text, null, null
					from (select s.*, count(*) over (partition by person_id, programme_id, school_year, term) as times from sent s) t
					where times > 1"""),
	/** 同一银行卡收多人 */
	R02(Severity.HIGH,
			"""
					select p.school_id, p.enrolment_id, null::bigint, null::bigint, null::bigint, p.decided_on, null::numeric, 'R02',
						string_agg(distinct n.name, '、'), null, null
					from account p join account q on q.account_fingerprint = p.account_fingerprint and q.person_id <> p.person_id
						join person n on n.id = q.person_id
					where p.sibling_proof is null and q.sibling_proof is null
					group by p.school_id, p.enrolment_id, p.decided_on"""),
	/** 收款户名≠学生且无监护关系、无委托书 */
	R03(Severity.HIGH,
			"""
					select p.school_id, p.enrolment_id, null::bigint, null::bigint, null::bigint, p.decided_on, null::numeric,
						'R03.' || case p.relation when 'SELF' then 'SELF' when 'OTHER' then 'OTHER' else 'FAMILY' end, p.holder, null, null
					from account p join person n on n.id = p.person_id
					where p.authorisation is null and case p.relation
						when 'OTHER' then true
						-- The bank may write a rare character otherwise: a second person has then seen it.
						when 'SELF' then not p.acknowledged and translate(p.holder, '·•・ ', '') <> translate(n.name, '·•・ ', '')
						else not exists (select from guardian g where g.enrolment_id = p.enrolment_id
							and translate(g.name, '·•・ ', '') = translate(p.holder, '·•・ ', '')) end"""),
	/** 非在籍在校仍发 */
	R05(Severity.HIGH,
			"""
					select s.school_id, s.enrolment_id, s.award_id, s.batch_id, null::bigint, s.locked_on, s.amount,
						case when e.left_on < s.locked_on then 'R05.LEFT' else 'R05.ON_LEAVE' end,
						to_char(coalesce(e.left_on, v.happened_on), 'YYYY-MM-DD'), null, null
					from sent s join enrolment e on e.id = s.enrolment_id
						left join lateral (select kind, happened_on from enrolment_event v where v.enrolment_id = s.enrolment_id
							and v.school_id = s.school_id and v.kind in ('WENT_ON_LEAVE', 'RETURNED') and v.happened_on < s.locked_on
							order by v.happened_on desc, v.id desc limit 1) v on true
					where e.left_on < s.locked_on or v.kind = 'WENT_ON_LEAVE'"""),
	/** 无评审、无公示、无备案而发 */
	R06(Severity.HIGH,
			"""
					select s.school_id, s.enrolment_id, s.award_id, s.batch_id, null::bigint, s.locked_on, s.amount,
						'R06.' || m.piece, null, null, null
					from sent s join award a on a.id = s.award_id cross join lateral (values
						('APPRAISAL', a.application_id in (select o.application_id from class_appraisal_opinion o where o.tier is not null)),
						('MEETING', a.application_id in (select d.application_id from meeting_decision d
							where d.signed_at is not null and d.outcome in ('ONE', 'TWO', 'THREE'))),
						('NOTICE', a.application_id in (select c.application_id from notice_case c join notice n on n.id = c.notice_id
							where c.live and n.status in ('PUBLISHED', 'ARCHIVED'))),
						('FILING', a.filing_id in (select w.filing_id from filing_answer w where w.accepted) and not exists (
							select from filing_row r join filing_row_return b on b.filing_id = r.filing_id and b.position = r.position
							where r.filing_id = a.filing_id and r.application_id = a.application_id))) as m(piece, there)
					where not m.there"""),
	/** 仍在公示期就发 */
	R07(Severity.HIGH, """
			select s.school_id, s.enrolment_id, s.award_id, s.batch_id, n.id, s.locked_on, s.amount, 'R07',
				to_char(n.closes_on, 'YYYY-MM-DD'), null, null
			from sent s join award a on a.id = s.award_id
				join notice_case c on c.application_id = a.application_id and c.live
				join notice n on n.id = c.notice_id
			where s.locked_on <= n.closes_on"""),
	/** 未连续享受: 上学期有，本学期无，无原因 */
	R09(Severity.MEDIUM,
			"""
					select s.school_id, s.enrolment_id, s.award_id, s.batch_id, null::bigint, now.first_day, s.amount,
						'R09.' || s.term, null, null, null
					from sent s join begun before on before.first_year = s.school_year and before.term = s.term and before.ago = 2
						join begun now on now.ago = 1
						join enrolment e on e.id = s.enrolment_id and e.status = 'ENROLLED'
					where now.first_day + interval '2 months' <= cast(:today as date)
						-- As lists of their own, read once: a school's first year has too little for the planner to see how many.
						and (s.person_id, s.programme_id, now.first_year, now.term) not in (
							select x.person_id, x.programme_id, x.school_year, y.term
							from award x join award_term y on y.award_id = x.id where x.school_year >= :since and y.amount > 0)
						-- Stopped, adjusted or ended: each of these has its reason on record.
						and (s.person_id, s.programme_id, now.first_year) not in (
							select x.person_id, x.programme_id, x.school_year
							from award x join award_event v on v.award_id = x.id where x.school_year >= :since and v.reason is not null)
						-- A new year asks anew: a case of it is the answer, or will be.
						and (now.first_year = s.school_year or (s.enrolment_id, now.first_year) not in (
							select p.enrolment_id, r.school_year from aid_application p join aid_round r on r.id = p.round_id))"""),
	/** 等级、金额与标准不符 */
	R10(Severity.HIGH,
			"""
					select s.school_id, s.enrolment_id, s.award_id, s.batch_id, null::bigint, s.locked_on, s.amount,
						case when coalesce(t.annual, g.annual) is null then 'R10.NONE'
							when s.amount is distinct from coalesce(t.annual, g.annual) / 2 then 'R10.STANDARD'
							when v.amount is distinct from s.amount and v.amount is not null then 'R10.AWARD' else 'R10.TIER' end,
						to_char(s.amount, 'FM999,990.00'), to_char(case when s.amount is distinct from coalesce(t.annual, g.annual) / 2
							then coalesce(t.annual, g.annual) / 2
							else v.amount end, 'FM999,990.00'), null
					from sent s left join programme_standard t on t.programme_id = s.programme_id and t.school_year = s.school_year
							and t.tier = s.tier
						left join lateral (select g.annual from programme_stage_standard g where g.programme_id = s.programme_id
							and g.school_year = s.school_year and g.annual / 2 = s.amount limit 1) g on true
						-- A locked term keeps its tier: a later one holds from the next term on.
						join award_term w on w.award_id = s.award_id and w.term = s.term
						left join lateral (select case s.term when 'AUTUMN' then v.autumn else v.spring end as amount
							from award_event v where v.award_id = s.award_id and v.school_id = s.school_id and v.at <= s.locked_at
							order by v.at desc, v.id desc limit 1) v on true
					where s.amount is distinct from coalesce(t.annual, g.annual) / 2 or w.tier <> s.tier or v.amount <> s.amount"""),
	/** 寄宿身份与资助不符 */
	R11(Severity.MEDIUM, """
			select a.school_id, a.enrolment_id, a.id, null::bigint, null::bigint, null::date, a.annual,
				case when e.boarding then 'R11.BOARDS' else 'R11.DAY' end, null, null, null
			from award a join enrolment e on e.id = a.enrolment_id
			where a.status = 'ACTIVE' and a.school_year > :since and e.left_on is null and e.boarding <> a.boarding"""),
	/** 开学两个月仍未发到 */
	R13(Severity.MEDIUM,
			"""
					select o.school_id, o.enrolment_id, o.award_id, o.batch_id, null::bigint, o.due_on, o.amount, 'R13.' || o.term,
						(cast(:today as date) - o.due_on)::text, null, null
					from payment_owed o where o.school_year >= :since and o.due_on < cast(:today as date)"""),
	/** 重复资助: 跨项目互斥 */
	R17(Severity.HIGH,
			"""
					select s.school_id, s.enrolment_id, s.award_id, s.batch_id, null::bigint, s.locked_on, s.amount, 'R17.' || p.rule,
						o.name, null, null
					from (select sent.*, array_agg(programme_id) over (partition by person_id, school_year) as programmes
							from sent) s
						join programme_pair p on s.programme_id in (p.one, p.other) and p.rule <> 'TOGETHER'
						join programme o on o.id = case s.programme_id when p.one then p.other else p.one end
					where o.id = any(s.programmes)
						and not (p.rule = 'RECOMMENDED' and exists (select from award_recommendation m
							join award a on a.application_id = m.application_id
							where a.id = s.award_id and m.programme_id in (p.one, p.other) and m.approved_at is not null))"""),
	/** 名册≠银行≠台账 */
	R20(Severity.HIGH,
			"""
					select batch.school_id, l.enrolment_id, l.award_id, batch.id, null::bigint, null::date, null::numeric, 'R20',
						to_char(coalesce(l.paid, 0), 'FM99,999,990.00'), to_char(coalesce(w.paid, 0), 'FM99,999,990.00'),
						to_char(coalesce(g.paid, 0), 'FM99,999,990.00')
					from listed l full join answered w on w.batch_id = l.batch_id and w.row_key = l.row_key
						full join booked g on g.batch_id = l.batch_id and g.line_id = l.id
						join payment_batch batch on batch.id = coalesce(l.batch_id, w.batch_id, g.batch_id)
					where batch.school_year >= :since and (coalesce(l.paid, 0) <> coalesce(w.paid, 0)
						or coalesce(l.paid, 0) <> coalesce(g.paid, 0))"""),
	/** 改卡后即发: 近 3 天账户变更 */
	R25(Severity.MEDIUM, """
			select s.school_id, s.enrolment_id, s.award_id, s.batch_id, null::bigint, s.locked_on, s.amount, 'R25',
				to_char(p.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), null, null
			from sent s join payee p on p.id = s.payee_id
			where p.decided_at > s.locked_at - interval '3 days' and exists (select from payee q
				where q.enrolment_id = p.enrolment_id and q.id <> p.id and q.status = 'REPLACED'
					and q.entered_at <= p.entered_at)"""),
	/** 经办=审批同一人 */
	R26(Severity.HIGH,
			"""
					select b.school_id, null::bigint, null::bigint, b.id, null::bigint, (b.created_at at time zone 'Asia/Shanghai')::date,
						b.total, 'R26.BATCH', u.name, null, null
					from payment_batch b join app_user u on u.id = case when b.approved_by in (b.prepared_by, b.checked_by)
						then b.approved_by when b.checked_by = b.prepared_by then b.checked_by end
					where b.school_year >= :since and b.status <> 'VOID'
					union all
					select p.school_id, p.enrolment_id, null, null, null, p.decided_on, null, 'R26.PAYEE', u.name, null, null
					from account p join app_user u on u.id = p.entered_by where p.entered_by = p.decided_by
					union all
					select n.school_id, null, null, null, n.id, n.opens_on, null, 'R26.NOTICE', u.name, null, null
					from notice n join app_user u on u.id = n.approved_by
					where n.approved_by = n.drafted_by and n.school_year >= :since
						-- A published notice is readable by all: of whose school it is, the head of it says.
						and n.school_id = any (:schools)
					union all
					select d.school_id, p.enrolment_id, null, null, null, (d.signed_at at time zone 'Asia/Shanghai')::date, null, 'R26.TIER', u.name, null, null
					from meeting_decision d join committee_meeting m on m.id = d.meeting_id
						join aid_round r on r.id = m.round_id join aid_application p on p.id = d.application_id
						join app_user u on u.id = d.signed_by
					where d.decided_by = d.signed_by and r.school_year >= :since
					union all
					select v.school_id, w.enrolment_id, w.award_id, v.batch_id, null, (v.decided_at at time zone 'Asia/Shanghai')::date,
						w.amount, 'R26.RECOVERY', u.name, null, null
					from payment_recovery v join payment_row w on w.id = v.row_id join app_user u on u.id = v.decided_by
					where v.decided_by = v.ordered_by
					union all
					select a.school_id, null, null, null, null, (a.answered_at at time zone 'Asia/Shanghai')::date, b.total,
						'R26.BUDGET', u.name, null, null
					from fund_budget_answer a join fund_budget b on b.id = a.budget_id join app_user u on u.id = a.answered_by
					where a.answered_by = b.set_by and b.school_year >= :since"""),
	/**
	 * 已备案与当前不符，没有依据: no code of the auditors, a question they ask all the same. A tier
	 * that a re-check changed has its reason on record.
	 */
	R31(Severity.MEDIUM,
			"""
					select d.school_id, d.enrolment_id, (select min(a.id) from award a where a.application_id = d.application_id),
						null::bigint, null::bigint, null::date, null::numeric,
						'R31.' || d.field, d.filed, d.current, '备案〔' || d.number_year || '〕' || d.number || '号'
					from filing_difference d where d.school_year > :since and (d.field in ('NAME', 'SEX', 'DOCUMENT')
						or d.field = 'TIER' and not exists (select from application_event v
							where v.application_id = d.application_id and v.action = 'ADJUST'))""");

	private final Severity severity;

	private final String sql;

	Check(Severity severity, String sql) {
		this.severity = severity;
		this.sql = sql;
	}

	/** The check of an address. */
	static Check of(String code) {
		return Arrays.stream(values())
			.filter((check) -> check.name().equals(code))
			.findFirst()
			.orElseThrow(() -> new NotFound("check " + code));
	}

	public String code() {
		return name();
	}

	public Severity severity() {
		return this.severity;
	}

	String sql() {
		return this.sql;
	}

	public String labelKey() {
		return "watch." + name();
	}

	public String todoKey() {
		return "watch.todo." + name();
	}

	/** The finding is about the account that the money goes to. */
	public boolean isOfAccount() {
		return this == R02 || this == R03 || this == R25;
	}

}
