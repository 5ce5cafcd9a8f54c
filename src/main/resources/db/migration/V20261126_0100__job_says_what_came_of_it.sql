-- A word on what came of the work, beside the page it leads to: how long a list turned out and who is not on it.
alter table job add column result_key text, add column result_arguments text[] not null default '{}',
	add check (result_key is null or status = 'DONE');
