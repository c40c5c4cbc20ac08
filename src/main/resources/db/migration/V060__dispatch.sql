-- Who works on what, the queue of deliveries that wait for a provider, every attempt, and what providers said later.

-- One row per data directory; a running process moves its date on every few seconds.
create table node (
    id    uuid        not null constraint node_pkey primary key,
    until timestamptz not null
);

-- Queues are cut into shards. One node owns a shard at a time; the epoch counts its owners and fences off the earlier ones.
-- The date is the node's and not the shard's, so that the heartbeat never waits for a transaction that has locked its shards.
create table shard (
    no    smallint not null constraint shard_pkey primary key constraint shard_no_check check (no between 0 and 63),
    owner uuid     constraint shard_owner_fkey references node,
    epoch bigint   not null default 0
);
insert into shard (no) select generate_series(0, 63);

-- Hot and short-lived: a row lives from the archiving of its rendition until its delivery is settled. No foreign keys
-- here and on attempts: each row is written together with an event, in one transaction, and the event has the key.
create table dispatch_queue (
    channel     text     not null constraint dispatch_queue_channel_check check (channel ~ '^[a-z][a-z-]{0,19}$'),
    shard       smallint not null constraint dispatch_queue_shard_check check (shard between 0 and 63),
    -- 0 transactional, 1 marketing.
    priority    smallint not null constraint dispatch_queue_priority_check check (priority in (0, 1)),
    delivery_id uuid     not null,
    attempts    smallint not null constraint dispatch_queue_attempts_check check (attempts >= 0),
    -- Those of the attempts that count: the ones that were made.
    failures    smallint not null constraint dispatch_queue_failures_check check (failures between 0 and attempts),
    -- Whether an attempt that nobody knows the result of is made again.
    resend      boolean  not null,
    -- Whether that has happened.
    repeat      boolean  not null constraint dispatch_queue_repeat_check check (not repeat or (resend and attempts > 0)),
    constraint dispatch_queue_pkey primary key (channel, shard, priority, delivery_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

-- What waits for another attempt waits apart, so that it never stands in front of ready work.
create table dispatch_retry (
    next_at     timestamptz not null,
    channel     text        not null,
    shard       smallint    not null,
    priority    smallint    not null,
    delivery_id uuid        not null,
    attempts    smallint    not null constraint dispatch_retry_attempts_check check (attempts > 0),
    failures    smallint    not null constraint dispatch_retry_failures_check check (failures between 1 and attempts),
    resend      boolean     not null,
    repeat      boolean     not null constraint dispatch_retry_repeat_check check (not repeat or resend),
    constraint dispatch_retry_pkey primary key (channel, next_at, delivery_id)
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- Attempts under way: committed before the provider hears of them, at most one for each delivery.
create table open_attempt (
    delivery_id uuid        not null constraint open_attempt_pkey primary key,
    number      smallint    not null constraint open_attempt_number_check check (number > 0),
    channel     text        not null,
    shard       smallint    not null,
    node        uuid        not null,
    epoch       bigint      not null,
    repeat      boolean     not null,
    started_at  timestamptz not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

-- Attempts that have ended: moved here by the statement that closes them, written once and never deleted.
create table attempt (
    delivery_id        uuid        not null,
    number             smallint    not null constraint attempt_number_check check (number > 0),
    channel            text        not null,
    node               uuid        not null,
    epoch              bigint      not null,
    -- Whether an earlier attempt may have succeeded.
    repeat             boolean     not null,
    started_at         timestamptz not null,
    finished_at        timestamptz not null,
    outcome            text        not null constraint attempt_outcome_check check
        (outcome in ('accepted', 'temporary', 'permanent', 'uncertain', 'not-made')),
    provider_reference text        not null,
    -- The provider's own words; they may quote an address, so they are here and not in the archive's events.
    code               text        not null,
    text               text        not null,
    constraint attempt_pkey primary key (delivery_id, number),
    constraint attempt_reference_check check (provider_reference = '' or outcome = 'accepted')
);

-- What providers call the attempts they accepted: one row for each part that gets a receipt of its own.
create table attempt_reference (
    delivery_id uuid     not null,
    number      smallint not null,
    part        smallint not null,
    reference   text     not null constraint attempt_reference_reference_check check (reference <> ''),
    -- What the newest receipt says; null while there is none.
    delivered   boolean,
    code        text,
    at          timestamptz,
    constraint attempt_reference_pkey primary key (delivery_id, number, part),
    constraint attempt_reference_receipt_check check ((delivered is null) = (code is null) and (code is null) = (at is null))
) with (fillfactor = 70);
create index attempt_reference_reference_idx on attempt_reference (reference);

-- Receipts as they come in, stored before anything else is done with them; one that comes before its attempt has been
-- completed waits here.
create table receipt (
    id          bigint      not null generated always as identity constraint receipt_pkey primary key,
    reference   text        not null,
    delivered   boolean     not null,
    code        text        not null,
    at          timestamptz not null,
    received_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
create index receipt_reference_idx on receipt (reference);
create index receipt_received_at_idx on receipt (received_at);
