-- Another tier for a pupil who has left the school means nothing any more: the proposal lapses, and says since when.
alter table recheck drop constraint recheck_status_check;
alter table recheck add constraint recheck_status_check
	check (status in ('RECORDED', 'PROPOSED', 'CONFIRMED', 'DECLINED', 'TAKEN_BACK', 'LAPSED'));
