-- Which master key the rest was written with; the key itself lies in a file (KeyFolder).
create table master_key (
    single      boolean     not null default true constraint master_key_pkey primary key
        constraint master_key_single_check check (single),
    fingerprint text        not null
);

-- One key for each customer. Erasing a customer empties it for ever: what it protects goes dark in every back-up, too.
create table customer_key (
    customer_id uuid        not null constraint customer_key_pkey primary key,
    -- AES-256-GCM under the master key; null once the customer was erased.
    wrapped     bytea,
    created_at  timestamptz not null,
    -- A key counts for others once the transaction that made it has ended.
    tx          xid8        not null default pg_current_xact_id()
);

-- Who reads it: the customer of the message, or of the copy.
alter table delivery add column customer_id uuid;
update delivery set customer_id = coalesce(copy.customer_id, message.customer_id)
    from message left join copy on copy.message_id = message.id
    where message.id = delivery.message_id and copy.id is not distinct from delivery.copy_id;
alter table delivery alter column customer_id set not null;

-- Archive and events lie in months of their deliveries (UUID version 7 begins with the time): what expires goes by month,
-- and vacuum never reads the past again.
create function month_floor(month date) returns uuid language sql immutable parallel safe as $$
    select (left(stamp, 8) || right(stamp, 4) || '7000' || '8000' || repeat('0', 12))::uuid
    from lpad(to_hex((extract(epoch from month) * 1000)::bigint), 12, '0') as stamp
$$;

alter table event rename to event_before;
alter table event_before rename constraint event_pkey to event_before_pkey;
create table event (
    id          uuid        not null,
    delivery_id uuid        not null,
    at          timestamptz not null,
    kind        text        not null,
    attempt     smallint    not null default 0 constraint event_attempt_check check (attempt >= 0),
    reason      text,
    detail      jsonb       not null default '{}',
    tx          xid8        not null default pg_current_xact_id(),
    -- HMAC-SHA256 under the customer's key (NewEvent); null for what is older than these keys.
    commitment  bytea       constraint event_commitment_check check (octet_length(commitment) = 32),
    constraint event_pkey primary key (delivery_id, id),
    constraint event_reason_check check (reason is not null or kind not in ('skipped', 'failed', 'returned', 'held'))
) partition by range (delivery_id);

-- The exact bytes, and what they were made of, encrypted for the customer.
alter table archive_entry rename to archive_entry_before;
alter table archive_entry_before rename constraint archive_entry_pkey to archive_entry_before_pkey;
create table archive_entry (
    delivery_id   uuid        not null,
    -- 0 what was sent; 1 the page and 2 the PDF that its link leads to.
    part          smallint    not null constraint archive_entry_part_check check (part between 0 and 2),
    customer_id   uuid        not null,
    media_type    text        not null,
    size          integer     not null constraint archive_entry_size_check check (size >= 0),
    stored_sha256 bytea       not null constraint archive_entry_sha256_check check (octet_length(stored_sha256) = 32),
    content       bytea       not null,
    context       bytea       not null,
    archived_at   timestamptz not null,
    tx            xid8        not null default pg_current_xact_id(),
    commitment    bytea       not null constraint archive_entry_commitment_check check (octet_length(commitment) = 32),
    constraint archive_entry_pkey primary key (delivery_id, part)
) partition by range (delivery_id);
alter table archive_entry alter column content set storage external;
alter table archive_entry alter column context set storage external;

create index event_tx_idx on event (tx);
create index archive_entry_tx_idx on archive_entry (tx);

create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
create trigger archive_entry_append_only before update or delete on archive_entry for each row
    execute function refuse_change();
create trigger archive_entry_no_truncate before truncate on archive_entry for each statement
    execute function refuse_change();

-- Makes the months from one to another, both included; those that are there stay.
create function make_months(first date, last date) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    month date := date_trunc('month', first);
    parent text;
    part text;
begin
    -- One node makes them, and the others find them made.
    perform pg_advisory_xact_lock(hashtext('make_months'));
    while month <= last loop
        foreach parent in array array['event', 'archive_entry'] loop
            part := parent || to_char(month, '_YYYY_MM');
            if to_regclass('public.' || part) is null then
                execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', part, parent,
                    public.month_floor(month), public.month_floor((month + interval '1 month')::date));
            end if;
        end loop;
        month := month + interval '1 month';
    end loop;
end
$$;
-- Deliveries of years for which nobody has made months.
create table event_other partition of event default;
create table archive_entry_other partition of archive_entry default;
select make_months(
    coalesce((select to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)::date
        from delivery order by id limit 1), current_date),
    (current_date + interval '2 months')::date);

insert into event (id, delivery_id, at, kind, attempt, reason, detail)
    select id, delivery_id, at, kind, attempt, reason, detail from event_before;
drop table event_before;

-- The bytes behind a link lie in the archive with the others; here stands only what opens it.
alter table screen_document rename to screen_document_before;
alter table screen_document_before rename constraint screen_document_pkey to screen_document_before_pkey;
alter table screen_document_before rename constraint screen_document_delivery_key to screen_document_before_delivery_key;
create table screen_document (
    -- SHA-256 of the token in the link: whoever reads this table can open nothing with it.
    token_sha256 bytea       not null constraint screen_document_pkey primary key
        constraint screen_document_token_check check (octet_length(token_sha256) = 32),
    delivery_id  uuid        not null constraint screen_document_delivery_key unique,
    language     text        not null,
    has_pdf      boolean     not null,
    expires_at   timestamptz not null
);
create trigger screen_document_append_only before update or delete on screen_document for each row
    execute function refuse_change();
create trigger screen_document_no_truncate before truncate on screen_document for each statement
    execute function refuse_change();
insert into screen_document (token_sha256, delivery_id, language, has_pdf, expires_at)
    select token_sha256, delivery_id, envelope->>'language', pdf_sha256 is not null, expires_at from screen_document_before;
