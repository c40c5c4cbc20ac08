-- What operators watch.

-- Since when it has been ready: what is sent at a date, or is tried again, has an older id than its wait. Each insert
-- takes the default; the sampling job reads it.
alter table dispatch_queue add column ready_at timestamptz not null default now();
alter table compose_queue add column ready_at timestamptz not null default now();

-- The caller's place in a trace (W3C Trace Context); null if it had none.
alter table message add column traceparent text
    constraint message_traceparent_check check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
