-- The files of all schools that nobody went on with since then: left before their confirmation, or confirmed and not
-- written, because the job failed. Who looks for them has no school, and reads no more than their ids.
create function forget_imports(since timestamptz) returns table (id bigint, school bigint)
	language sql volatile security definer set search_path = public, pg_temp as $$
	with lying as (
		select r.id, r.school_id from import_run r
		where (r.status in ('UPLOADED', 'CHECKED') and r.uploaded_at < since)
			or (r.status = 'CONFIRMED' and r.confirmed_at < since and not exists (
				select from job j where j.id = r.job_id and j.status in ('QUEUED', 'RUNNING')))
		for update of r skip locked),
	their_rows as (delete from import_row i using lying l where i.import_id = l.id),
	their_files as (delete from import_file f using lying l where f.import_id = l.id)
	update import_run r set status = 'CANCELLED', confirmed_by = null, confirmed_by_name = null, confirmed_at = null,
		job_id = null
	from lying l where r.id = l.id
	returning r.id, r.school_id
$$;

-- Likewise for returns of the bank that waited for a job in vain.
create function forget_uploads(since timestamptz) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from bank_upload where uploaded_at < since
$$;
