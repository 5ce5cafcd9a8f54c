-- The demo county's password stands on the sign-in page: it does not expire while it is the one that stands there.
alter table app_user add column password_published boolean not null default false;
comment on column app_user.password_published is 'True while the password is one told to everybody (demo county); such a password does not expire';
