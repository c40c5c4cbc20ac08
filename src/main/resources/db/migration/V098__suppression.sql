-- Addresses and numbers that are not to be used, whoever has them: nobody was reached there, somebody there complained,
-- or a person put them on the list. A row is never changed but to end it, so the list tells what held at any time.

create table suppression (
    id          uuid        not null constraint suppression_pkey primary key,
    channel     text        not null constraint suppression_channel_check check (channel in ('email', 'sms')),
    -- Mail addresses in lower case, numbers in E.164.
    address     text        not null constraint suppression_address_check check (length(address) between 3 and 254),
    scope       text        not null constraint suppression_scope_check check (scope in ('everything', 'marketing')),
    cause       text        not null
        constraint suppression_cause_check check (cause in ('hard-bounce', 'complaint', 'manual')),
    note        text        not null constraint suppression_note_check check (length(note) <= 1000),
    -- The name of an API client, or «delivery» for what a delivery has shown.
    recorded_by text        not null,
    created_at  timestamptz not null,
    -- Null for never.
    expires_at  timestamptz,
    lifted_at   timestamptz,
    lifted_by   text,
    lifted_why  text,
    constraint suppression_expiry_check check (expires_at > created_at),
    constraint suppression_lift_check check ((lifted_at is null) = (lifted_by is null)
        and (lifted_at is null) = (lifted_why is null))
);
create unique index suppression_key on suppression (channel, address, cause) where lifted_at is null;
create index suppression_address_idx on suppression (address);
