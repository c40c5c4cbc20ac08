-- The golden record, computed from what all records of a customer say, with where each value comes from.

-- What a steward says about a customer: a source of its own. Stays with the customer for whom it was said, so that it
-- follows a merge to the survivor and comes back when the merge is undone; goes with the customer's last record.
create table manual_value (
    customer_id uuid        not null constraint manual_value_customer_fkey references customer,
    attribute   text        not null constraint manual_value_attribute_check check (attribute ~ '^[a-z][a-zA-Z]*$'),
    -- A text; for an address an object of its parts.
    value       jsonb       not null
        constraint manual_value_value_check check (jsonb_typeof(value) in ('string', 'object')),
    trust       smallint    not null constraint manual_value_trust_check check (trust between 0 and 100),
    set_by      text        not null constraint manual_value_set_by_check check (length(set_by) between 1 and 200),
    set_at      timestamptz not null,
    constraint manual_value_pkey primary key (customer_id, attribute)
);

-- One row for each customer that has a record. Written with the records, read for every message.
create table golden (
    customer_id       uuid        not null constraint golden_pkey primary key
        constraint golden_customer_fkey references customer,
    salutation        text        not null,
    title             text        not null,
    given_name        text        not null,
    family_name       text        not null,
    birth_date        date,
    language          text        not null,
    preferred_channel text,
    street            text,
    postcode          text,
    city              text,
    country           text,
    email             text,
    mobile            text,
    phone             text,
    quality           smallint    not null constraint golden_quality_check check (quality between 0 and 100),
    -- Groups of attributes that come from one record by one rule since one time; empty until it is computed.
    lineage           jsonb       not null constraint golden_lineage_check check (jsonb_typeof(lineage) = 'array'),
    -- When a value changed last.
    since             timestamptz not null,
    -- A hash of the place, for finding the household; null without street.
    place_key         bigint,
    -- Beginnings of its words find the customer.
    search            tsvector    not null
);
create index golden_place_idx on golden (place_key) where place_key is not null;
-- A short pending list: a search reads all of it.
create index golden_search_idx on golden using gin (search) with (gin_pending_list_limit = 1024);
create index golden_uncomputed_idx on golden (customer_id) where lineage = '[]';

-- Since when a contact point is as it is: named, changed, or found invalid.
alter table contact_point add column since timestamptz not null default now();

-- Customers had one record until now, so its values are theirs; Chancery computes the rest when it starts.
insert into golden (customer_id, salutation, title, given_name, family_name, birth_date, language, preferred_channel,
    street, postcode, city, country, email, mobile, phone, quality, lineage, since, search)
select id, salutation, title, given_name, family_name, birth_date, language, preferred_channel, street, postcode, city,
    country, email, mobile, phone, 0, '[]', now(), ''
from golden_record;

drop view golden_record;
create view golden_record as
select customer.id,
       customer.ucid,
       customer.version,
       golden.salutation,
       golden.title,
       golden.given_name,
       golden.family_name,
       concat_ws(' ', nullif(golden.title, ''), nullif(golden.given_name, ''), nullif(golden.family_name, '')) as name,
       golden.birth_date,
       golden.language,
       golden.preferred_channel,
       golden.street,
       golden.postcode,
       golden.city,
       golden.country,
       num_nulls(golden.street, golden.postcode, golden.city, golden.country) = 0 as deliverable,
       golden.email,
       golden.mobile,
       golden.phone,
       golden.quality,
       golden.since
from golden
         join customer on customer.id = golden.customer_id
where customer.merged_into is null;

comment on view golden_record is
    'The customers as they are now, one row each. Version 2. Grant select on this view and on nothing else to partners.';
comment on column golden_record.id is 'Internal id; use ucid outside of this database';
comment on column golden_record.ucid is 'Unique customer id: never changes, is never given twice. Neutral';
comment on column golden_record.version is 'Goes up when a value changes';
comment on column golden_record.salutation is 'Frau, Herr or empty. Personal';
comment on column golden_record.title is 'Academic titles, or empty. Personal';
comment on column golden_record.given_name is 'May be empty. Personal';
comment on column golden_record.family_name is 'Or the name of an organisation; may be empty. Personal';
comment on column golden_record.name is 'Title, given and family name as on an envelope. Personal';
comment on column golden_record.birth_date is 'Sensitive: for the purposes inform and advise only';
comment on column golden_record.language is 'ISO 639-1. Neutral';
comment on column golden_record.preferred_channel is 'The channel that the customer prefers. Neutral';
comment on column golden_record.street is 'With house number. The address is taken as a whole from one record. Personal';
comment on column golden_record.postcode is 'Personal';
comment on column golden_record.city is 'Personal';
comment on column golden_record.country is 'ISO 3166-1 alpha-2. Personal';
comment on column golden_record.deliverable is 'Whether the address is complete enough for a letter';
comment on column golden_record.email is 'Only if no delivery came back from it. Personal';
comment on column golden_record.mobile is 'E.164. Personal';
comment on column golden_record.phone is 'E.164, of a number that takes no SMS. Personal';
comment on column golden_record.quality is '0 to 100: how much of what a message may need is known';
comment on column golden_record.since is 'When a value changed last';
