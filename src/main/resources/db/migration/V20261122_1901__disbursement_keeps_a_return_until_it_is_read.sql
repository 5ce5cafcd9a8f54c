-- A long return is read by a job: until then its bytes wait here, sealed, and are gone once they are taken.
create table bank_upload (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	file_name varchar(200) not null,
	content bytea not null,
	uploaded_by bigint not null references app_user,
	uploaded_at timestamptz not null,
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index bank_upload_of_batch on bank_upload (school_id, batch_id);
select protect('bank_upload');
revoke update, truncate on bank_upload from "${app_role}";
