-- What the school put right before it sent again those whom the centre had returned.
alter table filing add column corrected text check (btrim(corrected) <> '' and length(corrected) <= 200);
