create table app_user (
	id bigint primary key,
	-- kept in lower case: one person, one account, however the name is typed
	username text not null unique check (username = lower(username) and username <> ''),
	name text not null check (name <> ''),
	password_hash text not null,
	must_change boolean not null,
	password_changed_at timestamptz not null,
	disabled boolean not null default false,
	county_id bigint references county,
	district_id bigint references school_district,
	school_id bigint references school,
	version integer not null default 0,
	-- an account belongs to one place; an administrator of the whole installation to none
	constraint app_user_one_place check (num_nonnulls(county_id, district_id, school_id) <= 1)
);
create index app_user_school on app_user (school_id);

create table user_role (
	user_id bigint not null references app_user,
	role text not null check (role in ('OFFICER', 'HEAD_TEACHER', 'PRINCIPAL', 'REVIEWER', 'FINANCE', 'COUNSELLOR',
		'DISTRICT', 'COUNTY', 'AUDITOR', 'ADMIN')),
	primary key (user_id, role)
);

-- The last five passwords may not come back.
create table password_history (
	user_id bigint not null references app_user,
	password_hash text not null,
	at timestamptz not null
);
create index password_history_user on password_history (user_id, at desc);

-- Every attempt is written before the password is compared, so that parallel guessing counts too.
create table sign_in_attempt (
	id bigint primary key,
	username text not null,
	address text not null,
	at timestamptz not null,
	-- a success, or an administrator's reset, forgives what went before
	forgiven boolean not null default false
);
create index sign_in_attempt_username on sign_in_attempt (username, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

alter table school_class add constraint school_class_head_teacher_fk foreign key (head_teacher_id) references app_user;

-- Spring Session's tables (its own names and columns).
create table spring_session (
	primary_id char(36) not null primary key,
	session_id char(36) not null unique,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval integer not null,
	expiry_time bigint not null,
	principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
	session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	primary key (session_primary_id, attribute_name)
);
