-- One communication to one customer, and the queue of deliveries that wait to be planned and rendered.

create table message (
    id                  uuid        not null constraint message_pkey primary key,
    client_id           uuid        not null constraint message_client_fkey references api_client,
    customer_id         uuid        not null constraint message_customer_fkey references customer,
    -- As it was when the message was accepted; a merge later does not rewrite history.
    ucid                text        not null,
    template_version_id uuid        not null constraint message_template_version_fkey references template_version,
    template            text        not null,
    class               text        not null constraint message_class_check check (class in ('transactional', 'marketing')),
    reference           text        not null default '' constraint message_reference_check check (length(reference) <= 200),
    language            text        not null constraint message_language_check check (language ~ '^[a-z]{2}$'),
    -- The channels the request asked for; null when it left the choice to preference and plan.
    channels            text[],
    data                jsonb       not null,
    metadata            jsonb       not null default '{}',
    -- Null while anything may still happen; the open states are derived from the deliveries.
    outcome             text        constraint message_outcome_check check (outcome in ('delivered', 'failed', 'cancelled')),
    send_at             timestamptz not null,
    expires_at          timestamptz,
    created_at          timestamptz not null,
    constraint message_expires_at_check check (expires_at is null or expires_at > created_at)
);
-- The list is read newest first, whole or by one of these.
create index message_customer_idx on message (customer_id, id desc);
create index message_reference_idx on message (reference, id desc) where reference <> '';
create index message_template_idx on message (template, id desc);
create index message_not_delivered_idx on message (id desc) where outcome is distinct from 'delivered';

-- Hot and short-lived: a row lives from acceptance until its delivery is archived, or skipped.
create table compose_queue (
    shard       smallint    not null constraint compose_queue_shard_check check (shard between 0 and 63),
    priority    smallint    not null constraint compose_queue_priority_check check (priority in (0, 1)),
    delivery_id uuid        not null,
    message_id  uuid        not null,
    constraint compose_queue_pkey primary key (shard, priority, delivery_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

-- Messages with a date in the future wait apart, so that they never stand in front of ready work.
create table compose_later (
    due_at      timestamptz not null,
    shard       smallint    not null,
    priority    smallint    not null,
    delivery_id uuid        not null,
    message_id  uuid        not null,
    constraint compose_later_pkey primary key (due_at, delivery_id)
);
create index compose_later_message_idx on compose_later (message_id);
