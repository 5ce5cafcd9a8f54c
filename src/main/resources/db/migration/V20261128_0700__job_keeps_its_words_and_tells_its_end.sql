-- What a job says may hold a message or a number within: as texts, the page showed code where the reason was to stand.
alter table job alter column failure_arguments drop default, alter column result_arguments drop default;
alter table job alter column failure_arguments type jsonb using to_jsonb(failure_arguments),
	alter column result_arguments type jsonb using to_jsonb(result_arguments);
alter table job alter column failure_arguments set default '[]', alter column result_arguments set default '[]';
-- The one refusal so far whose words depend on a number.
update job set failure_arguments = jsonb_build_array(replace(failure_arguments ->> 0, ',', '')::integer)
	where failure_key = 'disbursement.refused.nobody';

-- Who left the page of a job is told how it ended; the message names the job as a reminder names its line.
alter table inbox_message drop constraint inbox_message_reminder_names_its_line;
alter table inbox_message add constraint inbox_message_names_its_work
	check ((kind in ('REMINDER', 'JOB_DONE', 'JOB_FAILED')) = (work is not null));
