-- pupil_category_known asks for the few of whom the roster says something: without these a county of 200,000 is read
-- three times for its first page.
create index enrolment_of_orphans on enrolment (school_id) where orphan;
create index enrolment_of_the_disabled on enrolment (school_id) where disability <> 'NONE';
create index enrolment_of_migrant_children on enrolment (school_id) where migrant_child;
