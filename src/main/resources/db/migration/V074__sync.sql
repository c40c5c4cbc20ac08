-- Golden values on their way back to the sources.

-- Where a source wants to be told. The secret signs what is sent (Standard Webhooks), so it must be readable.
create table source_webhook (
    source     text        not null constraint source_webhook_pkey primary key
        constraint source_webhook_source_fkey references source,
    url        text        not null constraint source_webhook_url_check check (length(url) between 1 and 2000),
    secret     bytea       not null constraint source_webhook_secret_check check (octet_length(secret) = 32),
    changed_at timestamptz not null
);

-- Records whose source is still to be told; what exactly is found when it is told, so it is always the latest.
create table back_sync (
    record_id       uuid        not null constraint back_sync_pkey primary key
        constraint back_sync_record_fkey references source_record on delete cascade,
    source          text        not null,
    status          text        not null constraint back_sync_status_check check (status in ('waiting', 'dead')),
    -- Goes up with every golden change: what changed while the source was being told is told again.
    revision        bigint      not null,
    attempts        integer     not null,
    next_attempt_at timestamptz not null,
    -- HTTP status or kind of failure; never what was sent.
    last_failure    text        not null constraint back_sync_last_failure_check check (length(last_failure) <= 200),
    since           timestamptz not null
);
create index back_sync_due_idx on back_sync (next_attempt_at) where status = 'waiting';
create index back_sync_source_idx on back_sync (source, record_id);
