-- A list sent to the county aid centre (备案). Sent once, never edited: what the centre says of it is a row of its own,
-- and whether the filing is under way, accepted or returned is read from there.
create table filing (
	id bigint primary key,
	school_id bigint not null references school,
	round_id bigint not null references aid_round,
	school_year integer not null,
	-- 备案〔2026〕1号 of this school
	number_year integer not null,
	number integer not null,
	people integer not null check (people > 0),
	-- Over the canonical text of the rows, id numbers included: shows that what is read today is what was sent.
	rows_sha256 text not null check (rows_sha256 ~ '^[0-9a-f]{64}$'),
	sent_by bigint not null references app_user,
	sent_by_name text not null,
	sent_at timestamptz not null,
	unique (id, school_id),
	unique (school_id, number_year, number)
);

create index filing_of_round on filing (school_id, round_id);

create table filing_row (
	filing_id bigint not null,
	school_id bigint not null,
	position integer not null check (position > 0),
	application_id bigint not null references aid_application,
	enrolment_id bigint not null references enrolment,
	person_id bigint not null references person,
	name text not null,
	sex text not null,
	-- As it was on the day of sending, sealed; the person's own row may be corrected later.
	id_type text not null,
	id_number bytea,
	grade_name text not null,
	class_name text not null,
	boarding boolean not null,
	tier text not null check (tier in ('ONE', 'TWO', 'THREE')),
	primary key (filing_id, position),
	unique (filing_id, application_id),
	foreign key (filing_id, school_id) references filing (id, school_id)
);

create index filing_row_of_case on filing_row (school_id, application_id);

-- 接收 or 退回, by the county aid centre; once per filing.
create table filing_answer (
	filing_id bigint primary key,
	school_id bigint not null,
	accepted boolean not null,
	reason text,
	answered_by bigint not null references app_user,
	answered_by_name text not null,
	answered_at timestamptz not null,
	foreign key (filing_id, school_id) references filing (id, school_id),
	constraint filing_answer_returned_with_reason check (accepted or btrim(coalesce(reason, '')) <> '')
);

-- A case stands on one living filing: only after the centre returned one may it be sent again. An index cannot see the
-- answer, so a trigger looks; the lock on the case keeps two senders from passing it side by side.
create function filing_row_once() returns trigger language plpgsql as $$
begin
	perform pg_advisory_xact_lock(new.application_id);
	if exists (select from filing_row r left join filing_answer a on a.filing_id = r.filing_id
			where r.application_id = new.application_id and r.school_id = new.school_id and coalesce(a.accepted, true)) then
		raise exception 'case % already stands on a filing that was not returned', new.application_id
			using errcode = 'unique_violation';
	end if;
	return new;
end $$;

create trigger filing_row_once before insert on filing_row for each row execute function filing_row_once();

select protect('filing');
select protect('filing_row');
select protect_answer('filing_answer');
select append_only('filing');
select append_only('filing_row');
select append_only('filing_answer');
