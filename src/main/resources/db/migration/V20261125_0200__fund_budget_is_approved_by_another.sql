-- A budget that one person sets is a proposal. It counts once another person has approved it, and one of the two is a
-- principal. Figures that were set before are one person's word and wait like any other.
alter table fund_budget
	add column by_principal boolean not null default false,
	add constraint fund_budget_of_maker unique (id, school_id, set_by);

create table fund_budget_answer (
	budget_id bigint primary key,
	school_id bigint not null references school,
	set_by bigint not null,
	approved boolean not null,
	-- Why it was not approved.
	reason varchar(200),
	answered_by bigint not null references app_user,
	answered_by_name varchar(100) not null,
	answered_at timestamptz not null,
	foreign key (budget_id, school_id, set_by) references fund_budget (id, school_id, set_by),
	constraint fund_budget_answered_by_another check (answered_by <> set_by),
	constraint fund_budget_refused_for_a_reason check (approved or btrim(coalesce(reason, '')) <> '')
);
create index fund_budget_answer_of_school on fund_budget_answer (school_id);
select protect('fund_budget_answer');
select append_only('fund_budget_answer');
