-- All names a child had before, in their order, 、 between them: each finds the pupil.
alter table person alter column former_name type text;

-- Which fields a correction changed, as the form names them; never what was in them.
alter table enrolment_event add column fields varchar(200);

-- Who entered the pupil, into which class of that day, and whether an import did. Of earlier entries nothing is known.
alter table enrolment add column registered_class varchar(60);
alter table enrolment add column registered_by varchar(100);
alter table enrolment add column registered_import bigint;
