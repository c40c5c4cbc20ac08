-- What an authority outside the house says of when a checkpoint was there: a token (RFC 3161) over the SHA-256 of the note.
-- Written while the checkpoint is the newest, or never: the next one names the token by its SHA-256.
create table checkpoint_timestamp (
    checkpoint_no bigint      not null constraint checkpoint_timestamp_pkey primary key
        constraint checkpoint_timestamp_checkpoint_fkey references checkpoint,
    token         bytea       not null,
    asked_at      timestamptz not null
);

create trigger checkpoint_timestamp_append_only before update or delete on checkpoint_timestamp for each row
    execute function refuse_change();
create trigger checkpoint_timestamp_no_truncate before truncate on checkpoint_timestamp for each statement
    execute function refuse_change();
