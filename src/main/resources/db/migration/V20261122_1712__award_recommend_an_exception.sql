-- 可推荐例外: the school says why a pupil should get a programme beside one that excludes it; another person approves.
create table award_recommendation (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	application_id bigint not null,
	programme_id bigint not null references programme,
	reason text not null check (length(btrim(reason)) between 10 and 500),
	recommended_by bigint not null references app_user,
	recommended_by_name text not null,
	recommended_at timestamptz not null,
	approved_by bigint references app_user,
	approved_by_name text,
	approved_at timestamptz,
	unique (application_id, programme_id),
	foreign key (school_id, application_id) references aid_application (school_id, id),
	constraint award_recommendation_second_person check (approved_by <> recommended_by),
	check ((approved_by is null) = (approved_at is null))
);
create index award_recommendation_of_school on award_recommendation (school_id, application_id);
select protect('award_recommendation');
