-- What becomes known of a mail after the relay has taken it. That somebody called it spam is an event of its delivery.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (kind in
    ('accepted', 'held', 'released', 'rendered', 'queued', 'attempted', 'deferred', 'repeated', 'uncertain', 'sent', 'skipped',
     'cancelled', 'expired', 'failed', 'delivered', 'returned', 'unconfirmed', 'opened', 'complained')) not valid;
alter table event validate constraint event_kind_check;

-- Deliveries that were given up for a reason that may be gone tomorrow: so many in so many days, and their address counts
-- as nobody's. Forgotten when they no longer count, after thirty days unless configured; of an address only an HMAC is here.
create table soft_bounce (
    delivery_id  uuid        not null constraint soft_bounce_pkey primary key,
    address_hash bytea       not null constraint soft_bounce_address_hash_check check (length(address_hash) = 32),
    at           timestamptz not null
);
create index soft_bounce_address_idx on soft_bounce (address_hash, at);
