-- An outcome is PAID or FAILED and nothing else, so the whole index says what the partial one said; but only the whole
-- one serves a join by the row. Without it a batch of thousands compares each row with each outcome.
drop index payment_outcome_once;
create unique index payment_outcome_once on payment_outcome (row_id);
