-- What authors send to themselves, to look at it where it will be read.

-- What was on a screen then is kept as a version without a number: nothing is ever done to it, so that it is never live.
alter table template_version drop constraint template_version_number_check;
alter table template_version add constraint template_version_number_check check (number >= 0);
alter table template_version drop constraint template_version_template_number_key;
create unique index template_version_template_number_key on template_version (template, number) where number > 0;
create unique index template_version_trial_key on template_version (template, digest) where number = 0;

-- Who reads it: a customer without a golden record for each of them. Stays as long as what was sent.
create table trial_reader (
    client_id   uuid not null constraint trial_reader_pkey primary key
        constraint trial_reader_client_fkey references api_client,
    customer_id uuid not null constraint trial_reader_customer_key unique
        constraint trial_reader_customer_fkey references customer
);
create trigger trial_reader_written_once before update or delete on trial_reader
    for each row execute function refuse_rewriting();

-- Kept as long as the account.
alter table user_account add column mobile text
    constraint user_account_mobile_check check (mobile ~ '^\+[1-9][0-9]{3,14}$');
