-- 公示是否显示等级: a switch per programme, off unless the county turns it on. The amount is never shown.
alter table programme add column tier_on_notice boolean not null default false;
