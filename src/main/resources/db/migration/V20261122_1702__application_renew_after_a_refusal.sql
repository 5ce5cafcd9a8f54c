-- A pupil refused or ended in this round who applies again: marked, with what has changed since (process.md 1.1).
alter table aid_application
	add renewal_of bigint,
	add renewal_reason text check (btrim(renewal_reason) <> '' and length(renewal_reason) <= 300);
alter table aid_application add foreign key (school_id, renewal_of) references aid_application (school_id, id);
alter table aid_application add constraint aid_application_renewed_with_reason
	check ((renewal_of is null) = (renewal_reason is null));
