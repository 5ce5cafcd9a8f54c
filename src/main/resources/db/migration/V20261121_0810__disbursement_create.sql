-- What a bank takes and gives back, as data: a new bank needs a row, no code.
create table bank_format (
	code varchar(24) primary key check (code ~ '^[A-Z][A-Z0-9_]{1,23}$'),
	name varchar(80) not null,
	name_en varchar(80) not null,
	definition jsonb not null
);
revoke insert, update, delete, truncate on bank_format from "${app_role}";

create table payment_batch (
	id bigint primary key,
	school_id bigint not null references school,
	number varchar(24) not null,
	programme_id bigint not null references programme,
	school_year integer not null,
	term varchar(8) not null check (term in ('AUTUMN', 'SPRING')),
	fund_id bigint not null,
	-- A re-issue (补发) names the batch whose failed rows it pays again.
	original_id bigint references payment_batch,
	status varchar(12) not null check (status in
		('PREPARED', 'CHECKED', 'APPROVED', 'LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED', 'VOID')),
	row_count integer not null check (row_count >= 0),
	total numeric(12, 2) not null check (total >= 0),
	prepared_by bigint not null references app_user,
	checked_by bigint references app_user,
	approved_by bigint references app_user,
	-- The form's own key: a second click on "prepare" finds the batch of the first.
	request_key uuid not null,
	version integer not null default 0,
	created_at timestamptz not null,
	constraint payment_batch_number_once unique (school_id, number),
	constraint payment_batch_request_once unique (school_id, request_key),
	unique (id, school_id),
	-- Money of a fund goes to the fund's own purpose only.
	constraint payment_batch_keeps_to_the_purpose foreign key (fund_id, school_id, programme_id, school_year)
		references fund (id, school_id, programme_id, school_year),
	-- Three people: who prepares does not check, and who approves did neither.
	constraint payment_batch_checked_by_another check (checked_by <> prepared_by),
	constraint payment_batch_approved_by_another check (approved_by not in (prepared_by, checked_by)),
	constraint payment_batch_is_checked check (status in ('PREPARED', 'VOID') or checked_by is not null),
	constraint payment_batch_is_approved check (status in ('PREPARED', 'CHECKED', 'VOID') or approved_by is not null)
);
create index payment_batch_of_school on payment_batch (school_id, school_year, term, status);
create index payment_batch_of_fund on payment_batch (fund_id);
-- One re-issue of a batch is under way at a time.
create unique index payment_batch_one_open_reissue on payment_batch (original_id)
	where original_id is not null and status in ('PREPARED', 'CHECKED', 'APPROVED');
select protect('payment_batch');
revoke delete, truncate on payment_batch from "${app_role}";

-- 发放花名册: who is paid what, into which account. Never changed: a list that is sent back is made anew.
create table payment_row (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	row_no integer not null check (row_no > 0),
	-- Names the row to the bank, and in what the bank gives back.
	row_key varchar(12) not null,
	enrolment_id bigint not null references enrolment,
	person_id bigint not null references person,
	award_id bigint not null references award,
	payee_id bigint not null,
	original_row_id bigint references payment_row,
	pupil_name varchar(100) not null,
	sex varchar(8) not null,
	masked_id varchar(40) not null,
	grade_number smallint not null,
	class_id bigint not null,
	class_name varchar(60) not null,
	tier varchar(8) not null check (tier in ('ONE', 'TWO', 'THREE')),
	amount numeric(12, 2) not null check (amount > 0),
	holder varchar(100) not null,
	relation varchar(24) not null,
	bank_name varchar(120) not null,
	account bytea not null,
	masked_account varchar(40) not null,
	unique (batch_id, row_no),
	unique (batch_id, row_key),
	-- One pupil, one row.
	constraint payment_row_one_per_person unique (batch_id, person_id),
	unique (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index payment_row_of_batch on payment_row (school_id, batch_id, row_no);
create index payment_row_of_enrolment on payment_row (school_id, enrolment_id);
create index payment_row_of_original on payment_row (original_row_id) where original_row_id is not null;
select protect('payment_row');

-- Who would be paid but is not on the list, and why.
create table payment_left_out (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	enrolment_id bigint not null references enrolment,
	pupil_name varchar(100) not null,
	class_name varchar(60) not null,
	amount numeric(12, 2) not null,
	reason varchar(24) not null,
	detail varchar(80),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index payment_left_out_of_batch on payment_left_out (school_id, batch_id);
select protect('payment_left_out');

-- 审批与经办: who did which step when.
create table payment_step (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	action varchar(16) not null,
	note varchar(200),
	figures varchar(200),
	done_by bigint not null references app_user,
	done_by_name varchar(100) not null,
	done_at timestamptz not null,
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index payment_step_of_batch on payment_step (school_id, batch_id, id);
select protect('payment_step');
select append_only('payment_step');

-- The right to be paid: one row per person, programme, year and term, across all schools. Nobody reads or writes it;
-- only the functions below do, and they look past the schools of the asking transaction.
create table payment_claim (
	person_id bigint not null references person,
	programme_id bigint not null references programme,
	school_year integer not null,
	term varchar(8) not null,
	row_id bigint not null unique references payment_row,
	batch_id bigint not null references payment_batch,
	school_id bigint not null references school,
	primary key (person_id, programme_id, school_year, term)
);
create index payment_claim_of_batch on payment_claim (batch_id);
alter table payment_claim enable row level security;
revoke all on payment_claim from "${app_role}";

-- The bank file (银行文件) as it left: encrypted, immutable.
create table bank_file (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	part integer not null check (part > 0),
	format varchar(24) not null references bank_format,
	file_name varchar(80) not null,
	sha256 char(64) not null,
	row_count integer not null check (row_count > 0),
	total numeric(12, 2) not null check (total > 0),
	content bytea not null,
	issued_by bigint not null references app_user,
	issued_by_name varchar(100) not null,
	issued_at timestamptz not null,
	unique (batch_id, part),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index bank_file_of_batch on bank_file (school_id, batch_id, part);
select protect('bank_file');
select append_only('bank_file');

-- The bank return (回盘) as it came: encrypted, immutable; the same file is taken once.
create table bank_return (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	file_name varchar(200) not null,
	sha256 char(64) not null,
	content bytea not null,
	received_by bigint not null references app_user,
	received_by_name varchar(100) not null,
	received_at timestamptz not null,
	constraint bank_return_once unique (batch_id, sha256),
	unique (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index bank_return_of_batch on bank_return (school_id, batch_id, id);
select protect('bank_return');
select append_only('bank_return');

-- What the bank says, line by line, before anything is made of it: one side of the balance strip.
create table bank_return_line (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	return_id bigint not null,
	line_no integer not null,
	batch_number varchar(40) not null,
	row_key varchar(40) not null,
	amount numeric(12, 2),
	code varchar(24) not null,
	result varchar(24),
	message varchar(200),
	-- Why the line was not taken; empty if it was.
	problem varchar(24),
	foreign key (return_id, batch_id) references bank_return (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index bank_return_line_of_batch on bank_return_line (school_id, batch_id, return_id, line_no);
select protect('bank_return_line');
select append_only('bank_return_line');

-- What became of a row that was sent: appended, never edited.
create table payment_outcome (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	row_id bigint not null,
	return_id bigint not null,
	kind varchar(12) not null check (kind in ('PAID', 'FAILED')),
	result varchar(24) not null,
	message varchar(200),
	amount numeric(12, 2) not null check (amount > 0),
	settled_on date not null,
	recorded_by bigint not null references app_user,
	recorded_at timestamptz not null,
	foreign key (row_id, batch_id) references payment_row (id, batch_id),
	foreign key (return_id, batch_id) references bank_return (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
-- A sent row is paid once or fails once; what fails is paid by another row.
create unique index payment_outcome_once on payment_outcome (row_id) where kind in ('PAID', 'FAILED');
create index payment_outcome_of_batch on payment_outcome (school_id, batch_id);
select protect('payment_outcome');
select append_only('payment_outcome');

-- A list changes only while it is being prepared, and a row of it never.
create function payment_list_frozen() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if tg_op = 'UPDATE' then
		raise exception 'a row of a payment list is never changed' using errcode = 'insufficient_privilege';
	end if;
	perform from payment_batch b where b.id = case tg_op when 'DELETE' then old.batch_id else new.batch_id end
		and b.status = 'PREPARED' for share;
	if not found then
		raise exception 'the payment list is frozen' using errcode = 'check_violation', constraint = 'payment_list_frozen';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger payment_row_frozen before insert or update or delete on payment_row
	for each row execute function payment_list_frozen();
create trigger payment_row_never_emptied before truncate on payment_row
	for each statement execute function refuse_change();
create trigger payment_left_out_frozen before insert or update or delete on payment_left_out
	for each row execute function payment_list_frozen();

-- A batch goes only the ways it can go, keeps its figures once it is checked, and locks only with every claim in hand.
create function payment_batch_guard() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if (new.id, new.school_id, new.number, new.programme_id, new.school_year, new.term, new.fund_id, new.original_id,
			new.request_key) is distinct from (old.id, old.school_id, old.number, old.programme_id, old.school_year,
			old.term, old.fund_id, old.original_id, old.request_key) then
		raise exception 'what a batch is for does not change' using errcode = 'check_violation',
			constraint = 'payment_batch_keeps_what_it_is';
	end if;
	if old.status <> 'PREPARED' and (new.row_count, new.total, new.prepared_by)
			is distinct from (old.row_count, old.total, old.prepared_by) then
		raise exception 'the figures of a batch are frozen' using errcode = 'check_violation',
			constraint = 'payment_batch_frozen';
	end if;
	if new.status <> old.status and (old.status, new.status) not in (('PREPARED', 'CHECKED'), ('PREPARED', 'VOID'),
			('CHECKED', 'APPROVED'), ('CHECKED', 'PREPARED'), ('CHECKED', 'VOID'), ('APPROVED', 'LOCKED'),
			('APPROVED', 'PREPARED'), ('APPROVED', 'VOID'), ('LOCKED', 'FILE_ISSUED'), ('LOCKED', 'VOID'),
			('FILE_ISSUED', 'PARTLY_PAID'), ('FILE_ISSUED', 'PAID'), ('PARTLY_PAID', 'PAID'), ('PARTLY_PAID', 'CLOSED'),
			('PAID', 'CLOSED')) then
		raise exception 'a batch does not go from % to %', old.status, new.status using errcode = 'check_violation',
			constraint = 'payment_batch_way';
	end if;
	if new.status = 'CHECKED' and old.status = 'PREPARED' and exists (
			select from (select count(*) as n, coalesce(sum(r.amount), 0) as t from payment_row r where r.batch_id = new.id) s
			where s.n <> new.row_count or s.t <> new.total) then
		raise exception 'the figures of batch % are not those of its rows', new.number using errcode = 'check_violation',
			constraint = 'payment_batch_adds_up';
	end if;
	if new.status = 'LOCKED' and old.status <> 'LOCKED' and exists (select from payment_row r
			where r.batch_id = new.id and not exists (select from payment_claim c where c.row_id = r.id)) then
		raise exception 'a row of batch % has no claim', new.number using errcode = 'check_violation',
			constraint = 'payment_batch_holds_its_claims';
	end if;
	if new.status = 'VOID' and old.status <> 'VOID' and exists (select from bank_file f where f.batch_id = new.id) then
		raise exception 'a batch whose file is out is not voided' using errcode = 'check_violation',
			constraint = 'payment_batch_is_out';
	end if;
	return new;
end $$;
create trigger payment_batch_guard before update on payment_batch
	for each row execute function payment_batch_guard();

-- A file leaves only over a locked list, and a row is paid only by whoever holds the claim and by the frozen amount.
create function bank_file_of_locked_batch() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	perform from payment_batch b where b.id = new.batch_id and b.status = 'LOCKED' for update;
	if not found then
		raise exception 'no file without a locked list' using errcode = 'check_violation',
			constraint = 'bank_file_of_locked_batch';
	end if;
	return new;
end $$;
create trigger bank_file_of_locked_batch before insert on bank_file
	for each row execute function bank_file_of_locked_batch();

create function payment_outcome_of_claim() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from payment_row r join payment_claim c on c.row_id = r.id
			where r.id = new.row_id and r.amount = new.amount
				and exists (select from bank_file f where f.batch_id = r.batch_id)) then
		raise exception 'row % was not sent, holds no claim, or has another amount', new.row_id
			using errcode = 'check_violation', constraint = 'payment_outcome_of_claim';
	end if;
	return new;
end $$;
create trigger payment_outcome_of_claim before insert on payment_outcome
	for each row execute function payment_outcome_of_claim();

-- The caller must be one who may write the batch's school: these functions see past row-level security.
create function own_batch(batch bigint, wanted text) returns payment_batch
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	found_batch payment_batch;
begin
	select * into found_batch from payment_batch b where b.id = batch and b.status = wanted
		and b.school_id = any (nullif(current_setting('nuanyang.write', true), '')::bigint[]) for update;
	if not found then
		raise exception 'batch % is not there, not %, or not of this school', batch, wanted
			using errcode = 'insufficient_privilege';
	end if;
	return found_batch;
end $$;
revoke execute on function own_batch(bigint, text) from public, "${app_role}";

-- Takes the claims of an approved batch and answers with the rows that got none: the person is paid for the same
-- programme, year and term by another row, perhaps of another school. Waits for whoever is taking the same claim.
-- A re-issue moves the claims of the rows that failed, and of no others.
create function take_claims(batch bigint) returns setof bigint
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	b payment_batch := own_batch(batch, 'APPROVED');
begin
	if b.original_id is null then
		insert into payment_claim (person_id, programme_id, school_year, term, row_id, batch_id, school_id)
			select e.person_id, b.programme_id, b.school_year, b.term, r.id, r.batch_id, r.school_id
			from payment_row r join enrolment e on e.id = r.enrolment_id and e.school_id = r.school_id
			where r.batch_id = batch and e.person_id = r.person_id
			-- always in the same order, so that two schools wait for each other and never in a ring
			order by e.person_id
			on conflict do nothing;
	else
		update payment_claim c set row_id = r.id, batch_id = r.batch_id
			from payment_row r join payment_row o on o.id = r.original_row_id
			where r.batch_id = batch and o.batch_id = b.original_id and c.row_id = o.id
				and o.person_id = r.person_id and o.amount = r.amount
				and exists (select from payment_outcome f where f.row_id = o.id and f.kind = 'FAILED');
	end if;
	return query select r.id from payment_row r
		where r.batch_id = batch and not exists (select from payment_claim c where c.row_id = r.id);
end $$;

-- Gives back the claims of a locked batch whose file has not left: a re-issue's go back to the rows that failed.
create function release_claims(batch bigint) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	b payment_batch := own_batch(batch, 'LOCKED');
begin
	if exists (select from bank_file f where f.batch_id = batch) then
		raise exception 'the file of batch % is out', batch using errcode = 'insufficient_privilege';
	end if;
	if b.original_id is null then
		delete from payment_claim c where c.batch_id = batch;
	else
		update payment_claim c set row_id = o.id, batch_id = o.batch_id
			from payment_row r join payment_row o on o.id = r.original_row_id
			where r.batch_id = batch and c.row_id = r.id;
	end if;
end $$;

-- Which of the school's own pupils already have their claim taken, here or elsewhere: yes or no, not where.
create function claims_taken(programme bigint, year integer, in_term text, persons bigint[]) returns setof bigint
	language sql stable security definer set search_path = public, pg_temp as $$
	select c.person_id from payment_claim c
	where c.person_id = any (persons) and c.programme_id = programme and c.school_year = year and c.term = in_term
		and exists (select from enrolment e where e.person_id = c.person_id
			and e.school_id = any (nullif(current_setting('nuanyang.read', true), '')::bigint[]))
$$;

-- The two formats that ship. Codes say what the bank's answer means here; a code that is not listed is shown, not guessed.
insert into bank_format (code, name, name_en, definition) values
	('GBK_PIPE', '文本文件（GBK，竖线分隔）', 'Text file (GBK, separated by bars)', '{
		"kind": "TEXT", "encoding": "GBK", "separator": "|", "unit": "YUAN", "rowLimit": 5000,
		"fileName": "{batch}-{part}.txt",
		"header": ["BATCH", "COUNT", "TOTAL"],
		"columns": [{"field": "ROW_KEY", "title": "行号"}, {"field": "ACCOUNT", "title": "收款账号"},
			{"field": "HOLDER", "title": "户名"}, {"field": "BANK", "title": "开户行"},
			{"field": "AMOUNT", "title": "金额"}, {"field": "REMARK", "title": "用途"}],
		"back": {
			"columns": [{"field": "BATCH", "title": "批次号"}, {"field": "ROW_KEY", "title": "行号"},
				{"field": "AMOUNT", "title": "金额"}, {"field": "CODE", "title": "结果码"},
				{"field": "MESSAGE", "title": "说明"}, {"field": "DATE", "title": "日期"}],
			"codes": {"0000": "PAID", "0001": "PROCESSING", "1001": "NO_SUCH_ACCOUNT", "1002": "NAME_MISMATCH",
				"1003": "WRONG_NUMBER", "1004": "NOT_ACTIVE", "1005": "FROZEN", "1006": "CLOSED_ACCOUNT", "1007": "LIMIT",
				"9999": "OTHER"}}}'),
	('XLSX', 'Excel 表格（.xlsx）', 'Excel workbook (.xlsx)', '{
		"kind": "XLSX", "encoding": "UTF-8", "separator": "", "unit": "YUAN", "rowLimit": 5000,
		"fileName": "{batch}-{part}.xlsx",
		"header": [],
		"columns": [{"field": "BATCH", "title": "批次号"}, {"field": "ROW_KEY", "title": "行号"},
			{"field": "ACCOUNT", "title": "收款账号"}, {"field": "HOLDER", "title": "户名"},
			{"field": "BANK", "title": "开户行"}, {"field": "AMOUNT", "title": "金额"},
			{"field": "REMARK", "title": "用途"}],
		"back": {
			"columns": [{"field": "BATCH", "title": "批次号"}, {"field": "ROW_KEY", "title": "行号"},
				{"field": "AMOUNT", "title": "金额"}, {"field": "CODE", "title": "结果码"},
				{"field": "MESSAGE", "title": "说明"}, {"field": "DATE", "title": "日期"}],
			"codes": {"0000": "PAID", "0001": "PROCESSING", "1001": "NO_SUCH_ACCOUNT", "1002": "NAME_MISMATCH",
				"1003": "WRONG_NUMBER", "1004": "NOT_ACTIVE", "1005": "FROZEN", "1006": "CLOSED_ACCOUNT", "1007": "LIMIT",
				"9999": "OTHER"}}}');
