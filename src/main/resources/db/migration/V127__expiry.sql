-- What is deleted because its period is over: proposed, approved by another person, and deleted in small transactions,
-- each with a record of what it has deleted.
create table expiry (
    id          uuid        not null constraint expiry_pkey primary key,
    -- Null for the job that proposes by itself.
    client_id   uuid,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    -- The rules as they were then, for those who approve.
    rules       jsonb       not null
);

-- What would go.
create table expiry_item (
    expiry_id      uuid    not null constraint expiry_item_expiry_fkey references expiry,
    delivery_id    uuid    not null,
    document_class text    not null,
    channel        text    not null,
    -- The year whose end its period began with.
    year           integer not null,
    -- The last day on which it is kept.
    kept_until     date    not null,
    constraint expiry_item_pkey primary key (expiry_id, delivery_id)
);

-- What happened to a proposal, each once; it is approved or rejected, never both.
create table expiry_step (
    expiry_id uuid        not null constraint expiry_step_expiry_fkey references expiry,
    kind      text        not null constraint expiry_step_kind_check
        check (kind in ('previewed', 'approved', 'rejected', 'finished')),
    client_id uuid,
    acted_by  text        not null,
    acted_at  timestamptz not null,
    reason    text        not null constraint expiry_step_reason_check check (length(reason) <= 1000),
    -- What was counted.
    counts    jsonb       not null,
    constraint expiry_step_pkey primary key (expiry_id, kind)
);
create unique index expiry_step_decision_key on expiry_step (expiry_id) where kind in ('approved', 'rejected');

-- How far the work on a proposal has come; gone when it is done.
create table expiry_progress (
    expiry_id uuid   not null constraint expiry_progress_pkey primary key
        constraint expiry_progress_expiry_fkey references expiry,
    -- The last delivery that was looked at.
    reached   uuid   not null,
    -- Of those looked at.
    due       bigint not null default 0,
    not_due   bigint not null default 0,
    not_final bigint not null default 0,
    on_hold   bigint not null default 0
);

-- That a delivery was deleted, and why that was right: the deletion protocol. The application makes the commitment under a key that is
-- not in the database, so nobody can delete and record it who has the database alone.
create table deletion_record (
    id             uuid        not null constraint deletion_record_pkey primary key,
    delivery_id    uuid        not null constraint deletion_record_delivery_key unique,
    expiry_id      uuid        not null constraint deletion_record_expiry_fkey references expiry,
    document_class text        not null,
    channel        text        not null,
    -- The rule in words, and the last day on which it had to be kept.
    rule           text        not null,
    kept_until     date        not null,
    -- Which leaves of the log have no row any more: its events, and the parts of its documents.
    events         uuid[]      not null,
    parts          smallint[]  not null,
    proposed_by    text        not null,
    approved_by    text        not null,
    deleted_at     timestamptz not null,
    tx             xid8        not null default pg_current_xact_id(),
    -- HMAC-SHA256 of all of the above but tx.
    commitment     bytea       not null constraint deletion_record_commitment_check check (octet_length(commitment) = 32)
);
create index deletion_record_tx_idx on deletion_record (tx);
create index deletion_record_expiry_idx on deletion_record (expiry_id, id);
create index deletion_record_events_idx on deletion_record using gin (events);

create trigger expiry_append_only before update or delete on expiry for each row execute function refuse_change();
create trigger expiry_no_truncate before truncate on expiry for each statement execute function refuse_change();
create trigger expiry_item_append_only before update or delete on expiry_item for each row execute function refuse_change();
create trigger expiry_item_no_truncate before truncate on expiry_item for each statement execute function refuse_change();
create trigger expiry_step_append_only before update or delete on expiry_step for each row execute function refuse_change();
create trigger expiry_step_no_truncate before truncate on expiry_step for each statement execute function refuse_change();
create trigger deletion_record_append_only before update or delete on deletion_record for each row
    execute function refuse_change();
create trigger deletion_record_no_truncate before truncate on deletion_record for each statement
    execute function refuse_change();

-- Rows that go by expiry and by nothing else. The right to delete is the owner's alone; this is the second wall.
create function refuse_change_unless_expired() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('chancery.expiring', true) = 'on' then
        return old;
    end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;
create or replace trigger event_append_only before update or delete on event for each row
    execute function refuse_change_unless_expired();
create or replace trigger archive_entry_append_only before update or delete on archive_entry for each row
    execute function refuse_change_unless_expired();
create or replace trigger screen_document_append_only before update or delete on screen_document for each row
    execute function refuse_change_unless_expired();

create or replace trigger archive_entry_append_only before update or delete on archive_entry_before for each row
    execute function refuse_change_unless_expired();
create or replace trigger screen_document_append_only before update or delete on screen_document_before for each row
    execute function refuse_change_unless_expired();
create or replace trigger rendition_append_only before update or delete on rendition for each row
    execute function refuse_change_unless_expired();

-- What was archived before customers had keys still lies where it lay, in clear; the same bytes once for all who got them.
create index archive_entry_before_sha256_idx on archive_entry_before (sha256);
create index screen_document_before_page_idx on screen_document_before (page_sha256);
create index screen_document_before_pdf_idx on screen_document_before (pdf_sha256);
create function delete_earlier(deliveries uuid[]) returns void language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
declare
    hashes bytea[];
begin
    with letter as (delete from archive_entry_before where delivery_id = any (deliveries) returning sha256),
        screen as (delete from screen_document_before where delivery_id = any (deliveries)
            returning page_sha256, pdf_sha256)
        select array_agg(hash) into hashes from (
            select sha256 as hash from letter union select page_sha256 from screen union select pdf_sha256 from screen) as gone;
    if hashes is not null then
        delete from rendition where sha256 = any (hashes)
            and not exists (select from archive_entry_before as other where other.sha256 = rendition.sha256)
            and not exists (select from screen_document_before where page_sha256 = rendition.sha256)
            and not exists (select from screen_document_before where pdf_sha256 = rendition.sha256);
    end if;
end
$$;

-- Deletes deliveries and all that was kept of them, and puts the records of it in their place: only what an approved
-- expiry names, what is final, under no hold and past its day. The caller has locked them, in the order of their ids.
create function expire_deliveries(
    proposal_id uuid, deliveries uuid[], moment timestamptz, record_ids uuid[], rules text[], untils date[], event_lists text[],
    part_lists text[], commitments bytea[]) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    proposal public.expiry;
    approval public.expiry_step;
    low constant uuid := deliveries[1];
    high constant uuid := deliveries[cardinality(deliveries)];
    messages uuid[];
    expected bigint;
    deleted bigint;
begin
    -- Whoever makes a hold has this lock alone: it is there to be seen, or comes after us.
    perform pg_advisory_xact_lock_shared(hashtext('chancery legal hold'));
    select * into proposal from public.expiry where id = proposal_id;
    select * into approval from expiry_step where expiry_id = proposal_id and kind = 'approved';
    if approval is null or approval.client_id is null or approval.client_id = proposal.client_id then
        raise exception 'Expiry % was not approved by another person', proposal_id using errcode = 'insufficient_privilege';
    end if;
    perform from delivery where id = any (deliveries) order by id for update;
    -- Each looked up by its key: a join would be planned without knowing how many there are.
    if exists (select from unnest(deliveries) as asked (id)
            where (select true from expiry_item as item where item.expiry_id = proposal_id and item.delivery_id = asked.id)
                    is not true
                or (select status in ('sent', 'delivered', 'skipped', 'cancelled', 'expired', 'failed', 'returned')
                    from delivery where delivery.id = asked.id) is not true) then
        raise exception 'A delivery is not of expiry %, or not final', proposal_id using errcode = 'insufficient_privilege';
    end if;
    if exists (select from holds_on(deliveries)) then
        raise exception 'A delivery is on hold' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from unnest(untils) as until where until is null or until > current_date) then
        raise exception 'A delivery is not due' using errcode = 'insufficient_privilege';
    end if;

    insert into deletion_record (id, delivery_id, expiry_id, document_class, channel, rule, kept_until, events, parts,
            proposed_by, approved_by, deleted_at, commitment)
        select made.id, made.delivery_id, proposal_id, item.document_class, item.channel, rule, until, events::uuid[],
            parts::smallint[], proposal.proposed_by, approval.acted_by, moment, commitment
        from unnest(record_ids, deliveries, rules, untils, event_lists, part_lists, commitments)
                as made (id, delivery_id, rule, until, events, parts, commitment)
            cross join lateral (select document_class, channel from expiry_item
                where expiry_id = proposal_id and expiry_item.delivery_id = made.delivery_id offset 0) as item;

    -- Within the ends of the ids, so that only their months are looked into.
    perform set_config('chancery.expiring', 'on', true);
    delete from event where delivery_id = any (deliveries) and delivery_id >= low and delivery_id <= high;
    get diagnostics deleted = row_count;
    select sum(cardinality(list::uuid[])) into expected from unnest(event_lists) as list;
    if deleted <> expected then
        raise exception 'There are % events, and % on record', deleted, expected;
    end if;
    delete from archive_entry where delivery_id = any (deliveries) and delivery_id >= low and delivery_id <= high;
    get diagnostics deleted = row_count;
    select sum(cardinality(list::smallint[])) into expected from unnest(part_lists) as list;
    if deleted <> expected then
        raise exception 'There are % documents, and % on record', deleted, expected;
    end if;

    delete from screen_document where delivery_id = any (deliveries);
    delete from attempt where delivery_id = any (deliveries);
    delete from attempt_reference where delivery_id = any (deliveries);
    delete from print_letter where delivery_id = any (deliveries);
    perform delete_earlier(deliveries);
    perform set_config('chancery.expiring', 'off', true);
    with gone as (delete from delivery where id = any (deliveries) returning message_id)
        select array_agg(distinct message_id) into messages from gone;
    -- Of a message without deliveries nothing is left but that there was one.
    update message set data = '{}', metadata = '{}', reference = '', traceparent = null
        where id = any (messages) and not exists (select from delivery where message_id = message.id);
end
$$;
