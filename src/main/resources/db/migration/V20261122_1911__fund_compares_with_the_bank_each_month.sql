-- 银行对账: what the bank says a fund's account held at the end of a month, and the items that explain why the books say
-- otherwise (未达账项). Entered anew when it was wrong: the latest one holds.
create table bank_statement (
	id bigint primary key,
	school_id bigint not null,
	fund_id bigint not null,
	month date not null check (extract(day from month) = 1),
	balance numeric(12, 2) not null check (balance >= 0),
	entered_by bigint not null references app_user,
	entered_by_name varchar(100) not null,
	entered_at timestamptz not null,
	unique (id, school_id),
	foreign key (fund_id, school_id) references fund (id, school_id)
);
create index bank_statement_of_fund on bank_statement (school_id, fund_id, month, id);
select protect('bank_statement');
select append_only('bank_statement');

-- BANK_IN 银行已收、账未记; BANK_OUT 银行已付、账未记; BOOK_IN 账已记收、银行未收; BOOK_OUT 账已记付、银行未付.
create table bank_statement_item (
	statement_id bigint not null,
	school_id bigint not null,
	position integer not null check (position > 0),
	kind varchar(8) not null check (kind in ('BANK_IN', 'BANK_OUT', 'BOOK_IN', 'BOOK_OUT')),
	amount numeric(12, 2) not null check (amount > 0),
	note varchar(100) not null check (btrim(note) <> ''),
	primary key (statement_id, position),
	foreign key (statement_id, school_id) references bank_statement (id, school_id)
);
select protect('bank_statement_item');
select append_only('bank_statement_item');
