-- What the roster itself says of a pupil is the fact of a category as well: whoever looks for orphans finds those of
-- whom nobody has recorded a list. To decide on aid it is not enough (ADR 0030): there the recorded ones count alone.
create view pupil_category_known with (security_invoker = true) as
	select school_id, enrolment_id, code, valid_from, valid_until from pupil_category
	union all
	select school_id, id, 'P07', entered_on, left_on from enrolment where orphan
	union all
	select school_id, id, 'P09', entered_on, left_on from enrolment where disability <> 'NONE'
	union all
	select school_id, id, 'G07', entered_on, left_on from enrolment where migrant_child;
