-- A roster may bring a document that another school already knows. Yes or no, never a row: is it this child?
create function person_is_called(fingerprint bytea, called varchar, born date) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from person p where p.id_fingerprint = fingerprint and p.name_key = called and p.born_on = born);
