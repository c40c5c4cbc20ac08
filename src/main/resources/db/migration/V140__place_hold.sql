-- A hold by a query is placed part by part, the newest deliveries first. What it has not come to yet it is on altogether, so
-- that nothing expires which it may still find.
create table legal_hold_progress (
    hold_id uuid not null constraint legal_hold_progress_pkey primary key
        constraint legal_hold_progress_hold_fkey references legal_hold,
    -- The oldest delivery that it has come to.
    reached uuid not null
);

-- Which holds that are in force each of these deliveries is under: by its message, by a query, or by a customer who reads
-- it, or whom its message is to. Merged customers are one.
create or replace function holds_on(deliveries uuid[]) returns table (delivery_id uuid, hold_id uuid) language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    with asked as materialized (
        select delivery.id, delivery.message_id, delivery.customer_id, message.customer_id as addressee_id
        from delivery left join message on message.id = delivery.message_id where delivery.id = any (deliveries)),
    reader as (
        select id, customer_id from asked union select id, addressee_id from asked where addressee_id is not null),
    found as (
        select asked.id, legal_hold.id as hold_id from asked join legal_hold on legal_hold.message_id = asked.message_id
        union
        select asked.id, listed.hold_id from asked join legal_hold_delivery as listed on listed.delivery_id = asked.id
        union
        select asked.id, placed.hold_id from asked join legal_hold_progress as placed on asked.id < placed.reached
        union
        select reader.id, held.hold_id from reader join legal_hold_customer as held using (customer_id)
        union
        select reader.id, held.hold_id
        from reader
            join customer as named on named.id = reader.customer_id
            join customer as same on coalesce(same.merged_into, same.id) = coalesce(named.merged_into, named.id)
            join legal_hold_customer as held on held.customer_id = same.id)
    select found.id, found.hold_id from found
    where not exists (select from legal_hold_release where legal_hold_release.hold_id = found.hold_id)
$$;
