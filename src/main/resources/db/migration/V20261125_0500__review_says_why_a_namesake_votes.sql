-- Who bears the name of a guardian and votes all the same: whoever signs reads who it is and why it is nobody of the family.
alter table meeting_decision
	add column namesakes text not null default '',
	add column namesake_reason text not null default '' check (length(namesake_reason) <= 200),
	add constraint meeting_decision_namesakes_explained check ((namesakes = '') = (namesake_reason = ''));
