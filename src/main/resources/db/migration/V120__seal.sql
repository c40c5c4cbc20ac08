-- The log: what was written is sealed in batches, once nobody who wrote earlier can still be writing.
create table seal (
    no             bigint      not null constraint seal_pkey primary key,
    -- Position of its first leaf, from 0; the next seal begins where this one ends.
    first_position bigint      not null constraint seal_first_position_key unique,
    leaf_count     integer     not null constraint seal_leaf_count_check check (leaf_count between 1 and 4096),
    -- 50 bytes for each leaf: kind, id of the row, part, leaf hash. They outlast the rows.
    entries        bytea       not null constraint seal_entries_check check (octet_length(entries) = leaf_count * 50),
    -- Where its last leaf stands in the order in which leaves are sealed.
    last_tx        xid8        not null,
    last_kind      smallint    not null,
    last_id        uuid        not null,
    last_part      smallint    not null,
    sealed_at      timestamptz not null
);
alter table seal alter column entries set storage external;
create unique index seal_last_idx on seal (last_tx, last_kind, last_id, last_part);

-- The hashes of complete subtrees of 256^level leaves.
create table log_node (
    level smallint not null constraint log_node_level_check check (level > 0),
    no    bigint   not null,
    hash  bytea    not null constraint log_node_hash_check check (octet_length(hash) = 32),
    constraint log_node_pkey primary key (level, no)
);

-- What was signed of the log, each naming the one before.
create table checkpoint (
    no        bigint      not null constraint checkpoint_pkey primary key,
    tree_size bigint      not null constraint checkpoint_tree_size_check check (tree_size > 0),
    note      text        not null,
    made_at   timestamptz not null
);
create unique index checkpoint_tree_size_idx on checkpoint (tree_size);

create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();
create trigger seal_no_truncate before truncate on seal for each statement execute function refuse_change();
create trigger log_node_append_only before update or delete on log_node for each row execute function refuse_change();
create trigger log_node_no_truncate before truncate on log_node for each statement execute function refuse_change();
create trigger checkpoint_append_only before update or delete on checkpoint for each row execute function refuse_change();
create trigger checkpoint_no_truncate before truncate on checkpoint for each statement execute function refuse_change();
