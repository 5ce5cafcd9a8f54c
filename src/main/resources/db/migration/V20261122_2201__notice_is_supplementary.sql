-- Who passed again after an objection goes on a notice apart from those who passed for the first time.
alter table notice add column supplementary boolean not null default false;
comment on column notice.supplementary is 'lists only cases that came back to the committee from an earlier notice';
