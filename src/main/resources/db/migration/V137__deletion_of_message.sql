-- Of which message a delivery was that was deleted: so an evidence package of the message tells it. Part of the commitment; of
-- what was deleted before nobody knows it any more, and its record is no longer what was committed to.
alter table deletion_record add column message_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table deletion_record alter column message_id drop default;
create index deletion_record_message_idx on deletion_record (message_id);

-- Deletes deliveries and all that was kept of them, and puts the records of it in their place: only what an approved
-- expiry names, what is final, under no hold and past its day. The caller has locked them, in the order of their ids.
create or replace function expire_deliveries(
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

    insert into deletion_record (id, delivery_id, message_id, expiry_id, document_class, channel, rule, kept_until, events,
            parts, proposed_by, approved_by, deleted_at, commitment)
        select made.id, made.delivery_id, (select message_id from delivery where delivery.id = made.delivery_id), proposal_id,
            item.document_class, item.channel, rule, until, events::uuid[], parts::smallint[], proposal.proposed_by,
            approval.acted_by, moment, commitment
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
