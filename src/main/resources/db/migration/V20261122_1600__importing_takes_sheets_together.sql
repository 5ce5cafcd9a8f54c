-- Several sheets of a workbook may be one import. The first stays where it was, with what was said of all its rows at
-- once (the class of a class list); the others follow as a list.
alter table import_run add column said text not null default '{"text":"","given":{}}';
alter table import_run add column further text not null default '[]';

-- What the page of the columns shows, read once when the file comes; sealed, because samples name people. Files of
-- before are given up: whoever uploaded one uploads it again.
delete from import_row where import_id in (select import_id from import_file);
update import_run set status = 'CANCELLED', confirmed_by = null, confirmed_by_name = null, confirmed_at = null,
	job_id = null where status in ('UPLOADED', 'CHECKED');
delete from import_file f using import_run r where r.id = f.import_id and r.status = 'CANCELLED';
alter table import_file add column outline bytea;

-- A roster may bring documents that other schools already know. For each: whether it is this child, and whether the
-- child is enrolled elsewhere; never a row.
create function standings(school bigint, fingerprints bytea[], called varchar[], born date[])
	returns table (place bigint, same boolean, elsewhere boolean)
	language sql stable security definer set search_path = public
	begin atomic
		select asked.place, p.name_key = asked.called and p.born_on = asked.born,
			exists (select from enrolment e where e.person_id = p.id and e.school_id <> school and e.left_on is null)
		from unnest(fingerprints, called, born) with ordinality asked (fingerprint, called, born, place)
			join person p on p.id_fingerprint = asked.fingerprint;
	end;
