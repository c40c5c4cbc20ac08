-- What customers allow, forbid and prefer, once records of several sources are one customer: each declaration belongs to
-- whoever made it and goes where that goes. Kept, as V025 says, as long as the customer and three years beyond: without
-- the IP addresses and texts in «proof» a sender cannot prove a double opt-in.

alter table consent_declaration rename column class to purpose;
comment on column consent_declaration.topics is
    'What it is limited to; of a restriction, the purposes that it lets through because the law does (GDPR Art. 18 (2))';
alter table consent_declaration
    drop constraint consent_declaration_class_check,
    drop constraint consent_declaration_status_check,
    drop constraint consent_declaration_key,
    -- Objections and restrictions are about every channel, restrictions about every purpose.
    alter column channel drop not null,
    alter column purpose drop not null,
    -- The source record that says so; null if the customer told us. No reference: what was refused outlives the record.
    add column record_id     uuid,
    -- Of a refusal that the customer told us: the records the customer was made of then. Should they turn out to be two
    -- people, nobody knows which of them refused, so it holds for both.
    add column records       uuid[] not null default '{}',
    -- The address or number it was declared for.
    add column contact_point text constraint consent_declaration_contact_point_check check (length(contact_point) <= 254),
    -- How it can be proved: text version, form, IP addresses, confirmation mail.
    add column proof         jsonb  not null default '{}'
        constraint consent_declaration_proof_check check (jsonb_typeof(proof) = 'object'),
    -- The request that a double opt-in confirms.
    add column confirms      uuid constraint consent_declaration_confirms_key unique
        constraint consent_declaration_confirms_fkey references consent_declaration,
    -- Who put it on record: the name of an API client, «customer» on a page of ours, «source» for an import.
    add column recorded_by   text   not null default 'source',
    add constraint consent_declaration_status_check check (status in ('confirmed', 'pending', 'unsubscribed', 'denied',
        'objection-lifted', 'objected', 'restriction-lifted', 'restricted')),
    add constraint consent_declaration_scope_check check (case
        when status in ('confirmed', 'pending', 'unsubscribed', 'denied') then channel is not null and purpose is not null
        when status in ('objected', 'objection-lifted') then channel is null and purpose = 'marketing'
        else channel is null and purpose is null end);

-- Until now a record was a customer, so it is known which record and which address a declaration came with.
alter table consent_declaration disable trigger consent_declaration_append_only;
update consent_declaration set
    record_id = record.id,
    contact_point = (select value from contact_point where contact_point.record_id = record.id
        and kind = case channel when 'email' then 'email' when 'sms' then 'mobile' end)
from source_record as record where consent_declaration.source = record.source || '/' || record.external_id;
alter table consent_declaration enable trigger consent_declaration_append_only;

-- The same declaration, heard again, is no new one. By record, or by customer.
create unique index consent_declaration_record_key on consent_declaration
    (record_id, coalesce(channel, ''), coalesce(purpose, ''), declared_at, status) where record_id is not null;
create unique index consent_declaration_customer_key on consent_declaration
    (customer_id, coalesce(channel, ''), coalesce(purpose, ''), declared_at, source, status) where record_id is null;
create index consent_declaration_customer_idx on consent_declaration (customer_id);
-- Refusals are few, so the index takes each at once; a list of pending entries would be read by every message.
create index consent_declaration_records_idx on consent_declaration using gin (records) with (fastupdate = off)
    where records <> '{}';

-- Finds every id that leads to one customer.
create index customer_current_idx on customer (coalesce(merged_into, id));

-- How a customer wants to be written to: each row says all of it, and the latest counts.
create table preference (
    id           uuid        not null constraint preference_pkey primary key,
    customer_id  uuid        not null constraint preference_customer_fkey references customer,
    -- Purpose → channel.
    channels     jsonb       not null constraint preference_channels_check check (jsonb_typeof(channels) = 'object'),
    quiet_from   time,
    quiet_to     time,
    quiet_zone   text,
    language     text        constraint preference_language_check check (language ~ '^[a-z]{2}$'),
    -- Who says so, in which words, and who put it on record.
    source       text        not null constraint preference_source_check check (length(source) between 1 and 300),
    evidence     text        not null constraint preference_evidence_check check (length(evidence) <= 2000),
    recorded_by  text        not null,
    declared_at  timestamptz not null,
    constraint preference_quiet_check check ((quiet_from is null) = (quiet_to is null)
        and (quiet_from is null) = (quiet_zone is null) and quiet_from <> quiet_to)
);
create index preference_customer_idx on preference (customer_id, declared_at desc);

create trigger preference_append_only before update or delete on preference
    for each row execute function consent_declaration_refuse();
create trigger preference_no_truncate before truncate on preference
    for each statement execute function consent_declaration_refuse();
