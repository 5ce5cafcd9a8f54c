-- Notice of fund use (资金使用公告, D 六.2c): what came in, was allocated and was used, as totals per fund.
create table usage_notice (
	id bigint primary key,
	school_id bigint not null references school,
	school_name text not null check (btrim(school_name) <> ''),
	school_year integer not null,
	-- A term, or the whole school year where it is empty.
	term text check (term in ('AUTUMN', 'SPRING')),
	from_day date not null,
	to_day date not null check (to_day >= from_day),
	status text not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
	drafted_by bigint not null references app_user,
	drafted_by_name text not null,
	drafted_at timestamptz not null,
	approved_by bigint references app_user,
	approved_by_name text,
	published_at timestamptz,
	-- The published words with their hash: evidence of what everybody could read.
	published_text text,
	text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
	withdrawn_by_name text,
	withdrawn_at timestamptz,
	reason text,
	unique (id, school_id),
	-- Whoever drafts does not approve.
	constraint usage_notice_two_people check (approved_by <> drafted_by),
	constraint usage_notice_published_is_complete check ((status = 'DRAFT') = (approved_by is null)
		and (approved_by is null) = (published_at is null) and (approved_by is null) = (text_sha256 is null)
		and (published_text is null) = (text_sha256 is null)),
	constraint usage_notice_withdrawn_says_why check ((status = 'WITHDRAWN') = (withdrawn_at is not null)
		and (withdrawn_at is null) = (reason is null))
);
create unique index usage_notice_one_at_a_time on usage_notice (school_id, school_year, coalesce(term, ''))
	where status in ('DRAFT', 'PUBLISHED');

-- The figures as they were: no pupil, no class and nobody's words stand here.
create table usage_line (
	notice_id bigint not null,
	school_id bigint not null,
	position integer not null check (position > 0),
	source text not null,
	programme text not null,
	opening numeric(12, 2) not null,
	received numeric(12, 2) not null,
	allocated numeric(12, 2) not null,
	used numeric(12, 2) not null,
	closing numeric(12, 2) not null,
	primary key (notice_id, position),
	foreign key (notice_id, school_id) references usage_notice (id, school_id),
	constraint usage_line_adds_up check (closing = opening + received - used)
);

create function usage_notice_guard() returns trigger language plpgsql as $$
begin
	if (new.id, new.school_id, new.school_year, new.term, new.drafted_by) is distinct from
			(old.id, old.school_id, old.school_year, old.term, old.drafted_by)
			or old.status <> 'DRAFT' and (new.published_text, new.text_sha256) is distinct from (old.published_text, old.text_sha256)
			or (old.status, new.status) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'PUBLISHED'), ('PUBLISHED', 'WITHDRAWN')) then
		raise exception 'a notice of fund use is published once and never edited (notice %)', old.id
			using errcode = 'check_violation', constraint = 'usage_notice_guard';
	end if;
	return new;
end $$;
create trigger usage_notice_guard before update on usage_notice for each row execute function usage_notice_guard();

create function usage_line_of_draft() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' or not exists (select from usage_notice n
			where n.id = case tg_op when 'DELETE' then old.notice_id else new.notice_id end and n.status = 'DRAFT') then
		raise exception 'the figures of a published notice are frozen' using errcode = 'check_violation',
			constraint = 'usage_line_of_draft';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger usage_line_of_draft before insert or update or delete on usage_line
	for each row execute function usage_line_of_draft();

select protect('usage_notice');
select protect('usage_line');
-- Readable by all, signed in or not; of a withdrawn one only that there was one, so that its address answers 410.
create policy usage_notice_public on usage_notice for select using (status in ('PUBLISHED', 'WITHDRAWN'));
create policy usage_line_public on usage_line for select using (
	exists (select from usage_notice n where n.id = notice_id and n.status = 'PUBLISHED'));
