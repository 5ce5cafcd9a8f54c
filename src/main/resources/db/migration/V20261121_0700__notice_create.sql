-- A public notice of recognition (认定结果公示): head, the lines anybody may read, the cases behind them, and its history.
create table notice (
	id bigint primary key,
	school_id bigint not null references school,
	round_id bigint not null references aid_round,
	school_year integer not null,
	school_name text not null check (btrim(school_name) <> ''),
	-- 公示〔2026〕2号: given when it is published, so that a discarded draft leaves no gap.
	number_year integer,
	number integer,
	title text not null,
	-- Written by the program from fixed words and numbers when the list is taken; nobody types into it.
	body text,
	people integer not null default 0,
	tier_shown boolean not null default false,
	opens_on date not null,
	closes_on date not null,
	working_days integer not null check (working_days between 5 and 60),
	office text not null check (btrim(office) <> ''),
	contact_name text not null check (btrim(contact_name) <> ''),
	contact_phone text not null check (btrim(contact_phone) <> ''),
	contact_mail text,
	letter_box text,
	status text not null check (status in ('DRAFT', 'CHECKED', 'AWAITING_APPROVAL', 'PUBLISHED', 'WITHDRAWN', 'ARCHIVED')),
	drafted_by bigint not null references app_user,
	approved_by bigint references app_user,
	published_at timestamptz,
	withdrawn_at timestamptz,
	version integer not null default 0,
	unique (id, school_id),
	unique (school_id, number_year, number),
	check (closes_on >= opens_on),
	constraint notice_list_is_taken check (status = 'DRAFT' or (people > 0 and body is not null)),
	-- 拟稿 and 批准 are two people.
	constraint notice_two_people check (approved_by <> drafted_by),
	constraint notice_published_is_complete check (
		(status in ('PUBLISHED', 'WITHDRAWN', 'ARCHIVED')) = (approved_by is not null and published_at is not null and number is not null)),
	constraint notice_withdrawn_has_time check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
);

create index notice_of_round on notice (school_id, round_id);
-- Two drafts of one round would put the same children on two notices.
create unique index notice_one_in_the_making on notice (round_id) where status in ('DRAFT', 'CHECKED', 'AWAITING_APPROVAL');
create index notice_open on notice (opens_on, closes_on) where status = 'PUBLISHED';

-- What the public reads, and nothing beside it: no case, pupil or person id stands in this table. Whether a notice is
-- open, ended or not yet begun is judged by the reader's clock; there is no status EXPIRED to forget to write.
create table notice_row (
	notice_id bigint not null,
	school_id bigint not null,
	position integer not null check (position > 0),
	name text not null,
	grade_name text not null,
	class_name text not null,
	tier text check (tier in ('ONE', 'TWO', 'THREE')),
	primary key (notice_id, position),
	foreign key (notice_id, school_id) references notice (id, school_id) on delete cascade,
	-- Last line behind the check in the service: no number of any kind can stand in a name, nor a long one beside it.
	constraint notice_row_name_without_digits check (name !~ '[0-9０-９]' and length(name) between 1 and 40),
	constraint notice_row_grade_is_a_grade check (grade_name ~ '^([一二三四五六七八九]年级|学前班|[小中大]班|高[一二三])$'),
	constraint notice_row_class_is_short check (class_name !~ '[0-9０-９]{3}' and length(class_name) between 1 and 12)
);

create function notice_row_is_frozen() returns trigger language plpgsql as $$
begin
	if exists (select from notice n where n.id = old.notice_id and n.status in ('PUBLISHED', 'WITHDRAWN', 'ARCHIVED')) then
		raise exception 'a published notice is never edited (notice %)', old.notice_id;
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger notice_row_frozen before update or delete on notice_row
	for each row execute function notice_row_is_frozen();

-- Which case stands behind which line; seen by the school only.
create table notice_case (
	notice_id bigint not null,
	school_id bigint not null,
	position integer not null,
	application_id bigint not null references aid_application,
	-- False once the notice was withdrawn or the case was taken out of it: it may then stand on another notice.
	live boolean not null default true,
	primary key (notice_id, position),
	foreign key (notice_id, school_id) references notice (id, school_id) on delete cascade,
	foreign key (notice_id, position) references notice_row on delete cascade
);

create unique index notice_case_on_one_notice on notice_case (application_id) where live;

-- History and evidence: who did what when; the published text with its hash.
create table notice_event (
	id bigint primary key,
	notice_id bigint not null,
	school_id bigint not null,
	happened_at timestamptz not null,
	action text not null,
	actor_id bigint not null references app_user,
	actor_name text not null,
	remark text,
	published_text text,
	text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
	foreign key (notice_id, school_id) references notice (id, school_id),
	check ((published_text is null) = (text_sha256 is null))
);

create index notice_event_of on notice_event (school_id, notice_id, id);

select protect('notice');
select protect('notice_row');
select protect('notice_case');
select protect('notice_event');
select append_only('notice_event');

-- Readable by all, signed in or not: a published notice is a frozen copy of whitelisted columns. A withdrawn one keeps
-- its head, so that its address can answer 410, but no longer shows a line.
create policy notice_public on notice for select using (status in ('PUBLISHED', 'WITHDRAWN'));
create policy notice_row_public on notice_row for select using (
	exists (select from notice n where n.id = notice_id and n.status = 'PUBLISHED'));
