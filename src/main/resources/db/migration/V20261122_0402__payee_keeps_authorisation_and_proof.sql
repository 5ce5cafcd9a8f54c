-- 委托书: why somebody who is neither the pupil nor a registered guardian may receive the money.
alter table payee add column authorisation text check (btrim(authorisation) <> '');
-- 户口簿等: what the second person saw when one account serves several pupils.
alter table payee add column sibling_proof text check (btrim(sibling_proof) <> '');
