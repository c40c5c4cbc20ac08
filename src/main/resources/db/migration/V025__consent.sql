-- What customers declared about advertising. Only added to: the sender must be able to prove each declaration, and a
-- withdrawal must not be undone by an update. Kept as long as the customer and, as evidence, three years beyond.

create table consent_declaration (
    id          uuid        not null constraint consent_declaration_pkey primary key,
    customer_id uuid        not null constraint consent_declaration_customer_fkey references customer,
    channel     text        not null
        constraint consent_declaration_channel_check check (channel ~ '^[a-z][a-z-]{0,19}$'),
    -- The class of message that it is about; others need no consent.
    class       text        not null constraint consent_declaration_class_check check (class = 'marketing'),
    status      text        not null
        constraint consent_declaration_status_check check (status in ('confirmed', 'pending', 'unsubscribed')),
    declared_at timestamptz not null,
    -- What the declaration is limited to; empty for everything.
    topics      text[]      not null,
    -- Who says so, and in which words.
    source      text        not null constraint consent_declaration_source_check check (length(source) between 1 and 300),
    evidence    text        not null constraint consent_declaration_evidence_check check (length(evidence) <= 2000),
    recorded_at timestamptz not null,
    -- The same declaration, heard again, is no new one. Serves «the latest of this customer on this channel», too.
    constraint consent_declaration_key unique (customer_id, channel, class, declared_at, source, status)
);

create function consent_declaration_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'consent_declaration is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger consent_declaration_append_only before update or delete on consent_declaration
    for each row execute function consent_declaration_refuse();
create trigger consent_declaration_no_truncate before truncate on consent_declaration
    for each statement execute function consent_declaration_refuse();
