-- When a term's money is to have arrived (开学两个月内). Where the county has set no dates, the term begins with its first month.
create view payment_term with (security_invoker = true) as
	select y.school_year, t.term, coalesce(d.first_day, t.first_day) as begins_on,
		(coalesce(d.first_day, t.first_day) + interval '2 months')::date as due_on
	from generate_series(2010, 2099) as y(school_year)
		cross join lateral (values ('AUTUMN', make_date(y.school_year, 9, 1)), ('SPRING', make_date(y.school_year + 1, 2, 1))) as t(term, first_day)
		left join term_date d on d.first_year = y.school_year and d.term = t.term;

-- Money of a term that has not arrived and is not given up, and the batch in which it is; late once its due day is over.
-- The workbenches, the overview, the figures and the red flag R13 all read this.
create view payment_owed with (security_invoker = true) as
	select a.school_id, a.enrolment_id, a.application_id, a.id as award_id, a.programme_id, a.school_year, t.term, t.tier, t.amount,
		d.begins_on, d.due_on,
		(select max(r.batch_id) from payment_row r join payment_batch b on b.id = r.batch_id
			where r.award_id = a.id and b.term = t.term and b.status <> 'VOID') as batch_id
	from award a join award_term t on t.award_id = a.id and t.amount > 0
		join payment_term d on d.school_year = a.school_year and d.term = t.term
		join enrolment e on e.id = a.enrolment_id and e.status = 'ENROLLED'
	where (a.status = 'ACTIVE' or a.status = 'STOPPED' and a.stopped_from = 'SPRING' and t.term = 'AUTUMN')
		and not exists (select from payment_row r join payment_batch b on b.id = r.batch_id
				join payment_settlement o on o.row_id = r.id and o.kind = 'PAID'
			where r.award_id = a.id and b.term = t.term and b.status <> 'VOID'
				and not exists (select from payment_back v where v.row_id = r.id))
		and not exists (select from payment_row r join payment_batch b on b.id = r.batch_id
				join payment_back v on v.row_id = r.id and v.kind = 'RECOVERED'
			where r.award_id = a.id and b.term = t.term)
		and not exists (select from payment_row r join payment_batch b on b.id = r.batch_id
				join payment_waiver w on w.row_id = r.id
			where r.award_id = a.id and b.term = t.term);

create index payment_row_of_award on payment_row (award_id);
