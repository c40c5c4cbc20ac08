-- Who tells us about customers, what they said, and the one customer behind it.

create table source (
    key        text        not null constraint source_pkey primary key
        constraint source_key_check check (key ~ '^[a-z][a-z0-9-]{0,49}$'),
    title      text        not null constraint source_title_check check (length(title) between 1 and 100),
    trust      smallint    not null constraint source_trust_check check (trust between 0 and 100),
    -- What its columns mean.
    mapping    jsonb       not null constraint source_mapping_check check (jsonb_typeof(mapping) = 'object'),
    version    integer     not null constraint source_version_check check (version > 0),
    changed_at timestamptz not null
);

-- What a source said, in its words and in ours. Lives as long as the source keeps the record: its DELETE is ours.
create table source_record (
    id                uuid        not null constraint source_record_pkey primary key,
    source            text        not null constraint source_record_source_fkey references source,
    external_id       text        not null
        constraint source_record_external_id_check check (length(external_id) between 1 and 200),
    raw               jsonb       not null constraint source_record_raw_check check (jsonb_typeof(raw) = 'object'),
    -- SHA-256 of the raw record and the mapping it was read by: loading the same again writes nothing.
    hash              bytea       not null constraint source_record_hash_check check (octet_length(hash) = 32),
    salutation        text        not null
        constraint source_record_salutation_check check (salutation in ('', 'Frau', 'Herr')),
    title             text        not null constraint source_record_title_check check (length(title) <= 200),
    given_name        text        not null constraint source_record_given_name_check check (length(given_name) <= 200),
    family_name       text        not null constraint source_record_family_name_check check (length(family_name) <= 200),
    birth_date        date,
    language          text        not null constraint source_record_language_check check (language ~ '^[a-z]{2}$'),
    preferred_channel text
        constraint source_record_preferred_channel_check check (preferred_channel ~ '^[a-z][a-z-]{0,19}$'),
    -- When the source changed it last, if the source says so.
    modified_at       timestamptz,
    version           integer     not null constraint source_record_version_check check (version > 0),
    received_at       timestamptz not null,
    constraint source_record_source_external_id_key unique (source, external_id)
);
create index source_record_family_name_idx on source_record (lower(family_name) text_pattern_ops);
create index source_record_given_name_idx on source_record (lower(given_name) text_pattern_ops);

-- The number behind a UCID: never given twice.
create sequence ucid_number as bigint minvalue 1 maxvalue 852891037440 start 1 no cycle;

-- Carries no personal data of its own, so it stays when the last record has gone: messages still name it.
create table customer (
    id         uuid        not null constraint customer_pkey primary key,
    ucid       text        not null constraint customer_ucid_key unique
        constraint customer_ucid_check check (ucid ~ '^[2-9A-HJKMNP-Z]{3}(-[2-9A-HJKMNP-Z]{3}){2}$'),
    version    bigint      not null constraint customer_version_check check (version > 0),
    created_at timestamptz not null,
    changed_at timestamptz not null
);

-- Which customer a record belongs to, and who says so.
create table link (
    record_id   uuid        not null constraint link_pkey primary key
        constraint link_record_fkey references source_record on delete cascade,
    -- One record, one customer, as long as nothing matches records of different sources.
    customer_id uuid        not null constraint link_customer_key unique
        constraint link_customer_fkey references customer,
    score       real        not null constraint link_score_check check (score between 0 and 1),
    rule        text        not null constraint link_rule_check check (rule ~ '^[a-z][a-z-]*$'),
    origin      text        not null constraint link_origin_check check (origin in ('auto', 'manual')),
    linked_at   timestamptz not null
);

-- Where a customer can be reached, by the record that says so.
create table contact_point (
    record_id uuid    not null constraint contact_point_record_fkey references source_record on delete cascade,
    kind      text    not null constraint contact_point_kind_check check (kind in ('postal', 'email', 'mobile', 'phone')),
    value     text,
    street    text    constraint contact_point_street_check check (length(street) between 1 and 120),
    postcode  text    constraint contact_point_postcode_check check (length(postcode) between 1 and 12),
    city      text    constraint contact_point_city_check check (length(city) between 1 and 100),
    country   text    constraint contact_point_country_check check (country ~ '^[A-Z]{2}$'),
    -- Falls when a delivery comes back; a new value from the source is valid again.
    valid     boolean not null,
    constraint contact_point_pkey primary key (record_id, kind),
    constraint contact_point_value_check check (case kind
        when 'postal' then value is null and coalesce(street, postcode, city) is not null
        when 'email'  then value ~ '^[^@\s]+@[^@\s]+$' and length(value) <= 254
        else value ~ '^\+[1-9][0-9]{3,14}$' end),
    constraint contact_point_place_check
        check (kind = 'postal' or coalesce(street, postcode, city, country) is null)
);
create index contact_point_email_idx on contact_point (value text_pattern_ops) where kind = 'email';

-- What templates and partners see: one row for each customer that still has a record.
create view golden_record as
select customer.id,
       customer.ucid,
       customer.version,
       record.salutation,
       record.title,
       record.given_name,
       record.family_name,
       record.birth_date,
       record.language,
       record.preferred_channel,
       postal.street,
       postal.postcode,
       postal.city,
       postal.country,
       email.value  as email,
       mobile.value as mobile,
       phone.value  as phone
from customer
         join link on link.customer_id = customer.id
         join source_record as record on record.id = link.record_id
         left join contact_point as postal on postal.record_id = record.id and postal.kind = 'postal' and postal.valid
    and postal.street is not null and postal.postcode is not null and postal.city is not null
    and postal.country is not null
         left join contact_point as email on email.record_id = record.id and email.kind = 'email' and email.valid
         left join contact_point as mobile on mobile.record_id = record.id and mobile.kind = 'mobile' and mobile.valid
         left join contact_point as phone on phone.record_id = record.id and phone.kind = 'phone' and phone.valid;
