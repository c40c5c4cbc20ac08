-- Whether the archive is what it was: each check, what it looked at and what it found.
create table integrity_check (
    id         uuid        not null constraint integrity_check_pkey primary key,
    begun_at   timestamptz not null,
    ended_at   timestamptz not null,
    leaves     bigint      not null,
    rows       bigint      not null,
    -- [{code, subject, words}], at most 1,000; how many there are in all stands beside it.
    findings   jsonb       not null,
    count      bigint      not null
);

create trigger integrity_check_append_only before update or delete on integrity_check for each row
    execute function refuse_change();
create trigger integrity_check_no_truncate before truncate on integrity_check for each statement
    execute function refuse_change();
