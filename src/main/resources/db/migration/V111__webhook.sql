-- Who wants to be told of what happens to messages, and what was told to whom.

-- Whose message an entry is about; null if it is about none.
alter table outbox add column client_id uuid;

create table webhook (
    id               uuid        not null constraint webhook_pkey primary key,
    client_id        uuid        not null constraint webhook_client_fkey references api_client,
    -- Whether it is told of everybody's messages, and not only of those of its client.
    everybody        boolean     not null,
    url              text        not null constraint webhook_url_check check (length(url) between 1 and 2000),
    description      text        not null constraint webhook_description_check check (length(description) <= 200),
    events           text[]      not null constraint webhook_events_check check (cardinality(events) > 0),
    -- They sign what is sent (Standard Webhooks), so they must be readable. The earlier one lives on for a while.
    secret           bytea       not null constraint webhook_secret_check check (octet_length(secret) = 32),
    old_secret       bytea       constraint webhook_old_secret_check check (octet_length(old_secret) = 32),
    old_secret_until timestamptz,
    enabled          boolean     not null default true,
    -- Why it was disabled, if nobody asked for that.
    disabled_reason  text        constraint webhook_disabled_reason_check check (not enabled or disabled_reason is null),
    -- Since when nothing has been taken; null after a success.
    failing_since    timestamptz,
    created_at       timestamptz not null,
    constraint webhook_old_secret_until_check check ((old_secret is null) = (old_secret_until is null))
);
create index webhook_client_idx on webhook (client_id);

-- What each webhook was told, or is to be told; the payload is in the outbox. No foreign keys: every message's own
-- transaction would lock the row of the webhook. Rows go with the entries of the outbox, after thirty days.
create table webhook_delivery (
    webhook_id      uuid        not null,
    event_id        uuid        not null,
    -- Of the outbox, with the id.
    tx              xid8        not null,
    at              timestamptz not null,
    status          text        not null default 'waiting'
        constraint webhook_delivery_status_check check (status in ('waiting', 'delivered', 'failed')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz constraint webhook_delivery_next_check check ((status = 'waiting') = (next_attempt_at is not null)),
    last_attempt_at timestamptz,
    -- HTTP; 0 if there was no answer.
    last_status     smallint    not null default 0,
    -- In words; never what was sent.
    last_failure    text        not null default '' constraint webhook_delivery_last_failure_check check (length(last_failure) <= 200),
    constraint webhook_delivery_pkey primary key (webhook_id, event_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
create index webhook_delivery_due_idx on webhook_delivery (webhook_id, next_attempt_at) where status = 'waiting';
create index webhook_delivery_at_idx on webhook_delivery (at);
