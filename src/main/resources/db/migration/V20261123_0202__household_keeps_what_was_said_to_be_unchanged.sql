-- Sections of the form that somebody compared with last year's and ticked 无变化.
alter table household add column same_sections text[] not null default '{}'
	check (same_sections <@ array['MEMBERS', 'SITUATION', 'WORDS']);
