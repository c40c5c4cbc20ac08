-- Who looked at, exported, held, approved, changed or deleted what, when and from where. An entry about a change stands in
-- the transaction of the change; nobody changes or deletes one.
create table audit_entry (
    -- UUID v7: entries are listed in its order.
    id           uuid        not null constraint audit_entry_pkey primary key,
    -- The order in which entries are sealed, and whether none that is older can still come.
    tx           xid8        not null default pg_current_xact_id(),
    at           timestamptz not null,
    -- The name of an API client, which a person or a system is; empty if nobody is known by what was shown.
    actor        text        not null,
    roles        text[]      not null,
    action       text        not null constraint audit_entry_action_check check (action ~ '^[a-z][a-z-]{0,29}$'),
    subject_kind text        not null constraint audit_entry_subject_kind_check check (subject_kind ~ '^[a-z][a-z-]{0,29}$'),
    -- Its id or key; empty if it is about many.
    subject      text        not null constraint audit_entry_subject_check check (length(subject) <= 200),
    -- Texts by name: ids and codes, and nothing else of persons.
    detail       jsonb       not null,
    -- The network address of the caller.
    address      text        not null,
    -- HMAC-SHA256 of all of the above but tx, under a key that is not in the database.
    commitment   bytea       not null constraint audit_entry_commitment_check check (octet_length(commitment) = 32)
);
create index audit_entry_tx_idx on audit_entry (tx);
create index audit_entry_actor_idx on audit_entry (actor, id);
create index audit_entry_action_idx on audit_entry (action, id);
create index audit_entry_subject_idx on audit_entry (subject, id) where subject <> '';
create index audit_entry_subject_kind_idx on audit_entry (subject_kind, id);

create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_change();
