-- Deliveries that wait for a person, and what an operator has stopped.

-- An order of an operator: nothing of a template goes out, on one channel or on any, until it is lifted.
create table stop (
    id         uuid        not null constraint stop_pkey primary key,
    template   text        not null,
    channel    text        constraint stop_channel_check check (channel ~ '^[a-z][a-z-]{0,19}$'),
    note       text        not null constraint stop_note_check check (length(note) between 1 and 500),
    stopped_by text        not null,
    stopped_at timestamptz not null,
    lifted_by  text,
    lifted_at  timestamptz,
    constraint stop_lifted_check check ((lifted_by is null) = (lifted_at is null))
);
create unique index stop_in_force_key on stop (template, coalesce(channel, '')) where lifted_at is null;

-- One row while the delivery waits; that it did is among its events.
create table hold (
    delivery_id uuid        not null constraint hold_pkey primary key
        constraint hold_delivery_fkey references delivery,
    message_id  uuid        not null,
    reason      text        not null,
    stop_id     uuid        constraint hold_stop_fkey references stop,
    -- Whether its rendition is in the archive, so that it goes back to the provider's queue and not to the composer.
    rendered    boolean     not null,
    since       timestamptz not null,
    expires_at  timestamptz not null
);
create index hold_expires_at_idx on hold (expires_at);
create index hold_stop_idx on hold (stop_id) where stop_id is not null;
create index hold_message_idx on hold (message_id);

alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (kind in
    ('accepted', 'held', 'released', 'rendered', 'queued', 'attempted', 'deferred', 'repeated', 'uncertain', 'sent',
     'skipped', 'cancelled', 'expired', 'failed', 'delivered', 'returned', 'unconfirmed', 'opened')) not valid;
alter table event validate constraint event_kind_check;

-- A person may have sent again what its policy would have held.
alter table dispatch_queue drop constraint dispatch_queue_repeat_check;
alter table dispatch_queue add constraint dispatch_queue_repeat_check check (not repeat or attempts > 0);
alter table dispatch_retry drop constraint dispatch_retry_repeat_check;
