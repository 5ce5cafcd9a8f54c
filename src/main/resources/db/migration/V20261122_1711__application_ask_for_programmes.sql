-- For which programmes a round recognises hardship, and which of them a family asks for. Recognition happens once,
-- awards follow per programme.
create table aid_round_programme (
	round_id bigint not null,
	school_id bigint not null references school,
	programme_id bigint not null references programme,
	primary key (round_id, programme_id),
	foreign key (school_id, round_id) references aid_round (school_id, id)
);
create index aid_round_programme_of_school on aid_round_programme (school_id, round_id);
insert into aid_round_programme (round_id, school_id, programme_id)
select r.id, r.school_id, p.id from aid_round r cross join programme p where p.code = 'TIERED_GRANT';
select protect('aid_round_programme');

-- A case without a row asks for everything that its round offers: it was drawn up before families were asked.
create table application_programme (
	application_id bigint not null,
	school_id bigint not null references school,
	programme_id bigint not null references programme,
	primary key (application_id, programme_id),
	foreign key (school_id, application_id) references aid_application (school_id, id)
);
create index application_programme_of_school on application_programme (school_id, application_id);
select protect('application_programme');
