-- Who voted under the name of a guardian, and how it is known that they are somebody else.
alter table class_appraisal_opinion
	add column namesakes text not null default '',
	add column namesake_reason text not null default '' check (length(namesake_reason) <= 200),
	add check (namesakes = '' or btrim(namesake_reason) <> '');

create table class_appraisal_recusal (
	appraisal_id bigint not null,
	application_id bigint not null,
	school_id bigint not null references school,
	name text not null,
	primary key (appraisal_id, application_id, name),
	foreign key (appraisal_id, application_id) references class_appraisal_opinion,
	-- Only who was there can stay away from a vote.
	foreign key (appraisal_id, name) references class_appraisal_member (appraisal_id, name)
);
select protect('class_appraisal_recusal');
select append_only('class_appraisal_recusal');
