-- Who may call, what was asked before, and what the world is still to be told.

create table api_client (
    id         uuid        not null constraint api_client_pkey primary key,
    name       text        not null constraint api_client_name_key unique,
    kind       text        not null constraint api_client_kind_check check (kind in ('live', 'test')),
    key_id     text        not null constraint api_client_key_id_key unique,
    -- SHA-256 of the whole key; a key has 256 random bits, so a slow hash would add nothing.
    key_hash   bytea       not null constraint api_client_key_hash_check check (octet_length(key_hash) = 32),
    roles      text[]      not null
        constraint api_client_roles_check check (cardinality(roles) > 0 and roles <@ array
            ['system', 'author', 'approver', 'steward', 'agent', 'compliance', 'operator', 'admin']),
    created_at timestamptz not null,
    revoked_at timestamptz
);

-- Kept for seven days, long enough for any caller's own retries.
create table idempotency_key (
    client_id    uuid        not null constraint idempotency_key_client_fkey references api_client,
    key          text        not null constraint idempotency_key_key_check check (length(key) between 1 and 256),
    request_hash bytea       not null constraint idempotency_key_hash_check check (octet_length(request_hash) = 32),
    status       smallint    not null,
    location     text,
    response     text        not null,
    created_at   timestamptz not null,
    constraint idempotency_key_pkey primary key (client_id, key)
);
create index idempotency_key_created_at_idx on idempotency_key (created_at);

-- One feed of changes for everybody outside: written with the change itself, read by cursor, kept for thirty days.
-- Transactions do not commit in the order of their ids, so a reader goes only as far as no older one is still open.
create table outbox (
    tx      xid8        not null default pg_current_xact_id(),
    id      uuid        not null,
    topic   text        not null constraint outbox_topic_check check (topic ~ '^[a-z]+(\.[a-z]+)+$'),
    subject text        not null,
    payload jsonb       not null,
    at      timestamptz not null,
    constraint outbox_pkey primary key (tx, id)
);
create index outbox_at_idx on outbox (at);
