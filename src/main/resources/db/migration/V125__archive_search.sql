-- What the archive is searched by. Each list is read newest first, by delivery: every way into it ends with the
-- delivery's id, so that a page costs the same however many there are.

-- Of the message, written by the statement that opens the delivery, and never changed.
alter table delivery add column template_version_id uuid, add column run_id uuid;
update delivery set template_version_id = message.template_version_id, run_id = message.run_id
    from message where message.id = delivery.message_id;
create index delivery_customer_idx on delivery (customer_id, id);
create index delivery_version_idx on delivery (template_version_id, id);
create index delivery_run_idx on delivery (run_id, id) where run_id is not null;

-- The status of a delivery has no index, because each change of it would then write all of them. Few deliveries are
-- stopped, and the events that do it say so.
create index event_reason_idx on event (reason, delivery_id) where reason is not null;
create index event_stop_idx on event (kind, delivery_id) where kind in
    ('held', 'uncertain', 'skipped', 'cancelled', 'expired', 'failed', 'returned', 'unconfirmed');

-- In which month a delivery was accepted; its id begins with the time.
create function month_of(id uuid) returns date language sql immutable parallel safe as $$
    select date_trunc('month', to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
        at time zone 'UTC')::date
$$;

-- What search needs in clear: who it went to, and the words that were sent. Made from the archive by a job, and emptied
-- by erasure. The month is in no index, so that a search for words within one can go by nothing but the words; therefore
-- no key either: the cursor passes each delivery once.
create table archive_text (
    month       date     not null,
    delivery_id uuid     not null,
    customer_id uuid     not null,
    -- RecipientKey; null where nobody can be named.
    recipient   text,
    -- Words.
    words       tsvector not null
) partition by range (month);
create index archive_text_delivery_idx on archive_text (delivery_id);
create index archive_text_recipient_idx on archive_text (recipient, delivery_id);
-- What waits to be sorted in is read by every search; so a search meets little of it, and the job sorts more often.
create index archive_text_words_idx on archive_text using gin (words) with (gin_pending_list_limit = 512);
create table archive_text_other partition of archive_text default;

-- How far in the archive the words were read. Whoever locks the row keeps them as they are.
create table archive_text_cursor (
    single      boolean not null default true constraint archive_text_cursor_pkey primary key
        constraint archive_text_cursor_single_check check (single),
    tx          xid8    not null default '0',
    delivery_id uuid    not null default '00000000-0000-0000-0000-000000000000'
);
insert into archive_text_cursor default values;

-- For the application, which may empty no table.
create function empty_archive_text() returns void language sql security definer
    set search_path = pg_catalog, public, pg_temp as 'truncate archive_text';

create or replace function make_months(first date, last date) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    month date := date_trunc('month', first);
    next_month date;
    parent text;
    part text;
begin
    -- One node makes them, and the others find them made.
    perform pg_advisory_xact_lock(hashtext('make_months'));
    while month <= last loop
        next_month := month + interval '1 month';
        foreach parent in array array['event', 'archive_entry', 'archive_text'] loop
            part := parent || to_char(month, '_YYYY_MM');
            if to_regclass('public.' || part) is null then
                execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', part, parent,
                    case parent when 'archive_text' then month::text else public.month_floor(month)::text end,
                    case parent when 'archive_text' then next_month::text else public.month_floor(next_month)::text end);
            end if;
        end loop;
        month := next_month;
    end loop;
end
$$;
select make_months(
    coalesce((select month_of(id) from delivery order by id limit 1), current_date),
    (current_date + interval '2 months')::date);

-- Searches that somebody wants to make again.
create table archive_search (
    client_id  uuid        not null constraint archive_search_client_fkey references api_client,
    name       text        not null constraint archive_search_name_check check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    query      text        not null constraint archive_search_query_check check (length(query) between 1 and 1000),
    -- Whether others may use it.
    shared     boolean     not null,
    changed_at timestamptz not null,
    constraint archive_search_pkey primary key (client_id, name)
);
create index archive_search_shared_idx on archive_search (name) where shared;
