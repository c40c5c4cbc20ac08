-- The record: what was to be delivered, what happened to it, and the exact bytes. Events and bytes are written once.

create table delivery (
    id         uuid        not null constraint delivery_pkey primary key,
    message_id uuid        not null constraint delivery_message_fkey references message,
    channel    text        not null constraint delivery_channel_check check (channel ~ '^[a-z][a-z-]{0,19}$'),
    -- A projection of the events, kept by the same statement that appends them.
    status     text        not null constraint delivery_status_check check (status in
        ('accepted', 'rendered', 'queued', 'sending', 'sent', 'delivered', 'held', 'skipped', 'uncertain', 'cancelled',
         'expired', 'failed', 'returned')),
    constraint delivery_message_channel_key unique (message_id, channel)
) with (fillfactor = 50);

create table event (
    id          uuid        not null,
    delivery_id uuid        not null constraint event_delivery_fkey references delivery,
    at          timestamptz not null,
    kind        text        not null constraint event_kind_check check (kind in
        ('accepted', 'held', 'rendered', 'queued', 'attempted', 'deferred', 'repeated', 'uncertain', 'sent', 'skipped',
         'cancelled', 'expired', 'failed', 'delivered', 'returned')),
    attempt     smallint    not null default 0 constraint event_attempt_check check (attempt >= 0),
    reason      text,
    detail      jsonb       not null default '{}',
    constraint event_pkey primary key (delivery_id, id),
    constraint event_reason_check check (reason is not null or kind not in ('skipped', 'failed', 'returned', 'held'))
);

-- Content-addressed: the same bytes are kept once.
create table rendition (
    sha256     bytea       not null constraint rendition_pkey primary key
        constraint rendition_sha256_check check (octet_length(sha256) = 32),
    media_type text        not null,
    content    bytea       not null,
    size       integer     not null constraint rendition_size_check check (size = octet_length(content)),
    created_at timestamptz not null
);
-- PDFs and mails are compressed already, or too short to gain.
alter table rendition alter column content set storage external;

create table archive_entry (
    delivery_id uuid        not null constraint archive_entry_pkey primary key
        constraint archive_entry_delivery_fkey references delivery,
    sha256      bytea       not null constraint archive_entry_rendition_fkey references rendition,
    -- Sender, recipient and the like, as the adapter was told.
    envelope    jsonb       not null,
    archived_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
create trigger rendition_append_only before update or delete on rendition for each row execute function refuse_change();
create trigger rendition_no_truncate before truncate on rendition for each statement execute function refuse_change();
create trigger archive_entry_append_only before update or delete on archive_entry for each row execute function refuse_change();
create trigger archive_entry_no_truncate before truncate on archive_entry for each statement execute function refuse_change();
