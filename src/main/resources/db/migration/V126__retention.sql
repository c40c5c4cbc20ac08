-- How long what was sent is kept. The class of document stands with the version that it was made from; what period that
-- means is computed when it is asked, so that a change of the law also applies to what has not expired.
alter table template_version add column document_class text;
alter table template_version disable trigger template_version_written_once;
update template_version set document_class = coalesce(
    (select substring(convert_from(content, 'UTF8') from '(?n)^retention: *["'']?([a-z][a-z0-9-]*)')
        from template_version_file join source_file on source_file.id = file_id
        where template_version_id = template_version.id and path = 'template.yaml'),
    case class when 'marketing' then 'advertising' else 'letter' end);
alter table template_version enable trigger template_version_written_once;
alter table template_version alter column document_class set not null;
alter table template_version add constraint template_version_document_class_check
    check (document_class ~ '^[a-z][a-z0-9-]{0,62}$');

-- What must not expire, whatever its period. A hold is never changed: its release is a row of its own.
create table legal_hold (
    id         uuid        not null constraint legal_hold_pkey primary key,
    -- What it is on. A UCID is kept beside the customers' ids, because it never changes.
    ucid       text,
    message_id uuid,
    query      text        constraint legal_hold_query_check check (length(query) between 1 and 1000),
    reason     text        not null constraint legal_hold_reason_check check (length(reason) between 1 and 1000),
    client_id  uuid        not null,
    held_by    text        not null,
    held_at    timestamptz not null,
    constraint legal_hold_subject_check check (num_nonnulls(ucid, message_id, query) = 1)
);
create index legal_hold_message_idx on legal_hold (message_id) where message_id is not null;

-- The customers that a hold is on: all ids of the one that was named. Whoever they are merged with later is, too.
create table legal_hold_customer (
    hold_id     uuid not null constraint legal_hold_customer_hold_fkey references legal_hold,
    customer_id uuid not null,
    constraint legal_hold_customer_pkey primary key (customer_id, hold_id)
);
create index legal_hold_customer_hold_idx on legal_hold_customer (hold_id);

-- What the query of a hold found when it was made.
create table legal_hold_delivery (
    hold_id     uuid not null constraint legal_hold_delivery_hold_fkey references legal_hold,
    delivery_id uuid not null,
    constraint legal_hold_delivery_pkey primary key (delivery_id, hold_id)
);
create index legal_hold_delivery_hold_idx on legal_hold_delivery (hold_id);

create table legal_hold_release (
    hold_id     uuid        not null constraint legal_hold_release_pkey primary key
        constraint legal_hold_release_hold_fkey references legal_hold,
    reason      text        not null constraint legal_hold_release_reason_check check (length(reason) between 1 and 1000),
    client_id   uuid        not null,
    released_by text        not null,
    released_at timestamptz not null
);

-- Which holds that are in force each of these deliveries is under: by its message, by a query, or by a customer who reads
-- it, or whom its message is to. Merged customers are one.
create function holds_on(deliveries uuid[]) returns table (delivery_id uuid, hold_id uuid) language sql stable
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

create trigger legal_hold_append_only before update or delete on legal_hold for each row execute function refuse_change();
create trigger legal_hold_no_truncate before truncate on legal_hold for each statement execute function refuse_change();
create trigger legal_hold_customer_append_only before update or delete on legal_hold_customer for each row
    execute function refuse_change();
create trigger legal_hold_customer_no_truncate before truncate on legal_hold_customer for each statement
    execute function refuse_change();
create trigger legal_hold_delivery_append_only before update or delete on legal_hold_delivery for each row
    execute function refuse_change();
create trigger legal_hold_delivery_no_truncate before truncate on legal_hold_delivery for each statement
    execute function refuse_change();
create trigger legal_hold_release_append_only before update or delete on legal_hold_release for each row
    execute function refuse_change();
create trigger legal_hold_release_no_truncate before truncate on legal_hold_release for each statement
    execute function refuse_change();
