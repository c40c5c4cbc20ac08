-- One customer behind records of several sources: how alike records are, who decided what, and how customers came to be.

alter table link drop constraint link_customer_key;
create index link_customer_idx on link (customer_id);
alter table link drop constraint link_score_check;
alter table link add constraint link_score_check check (score between 0 and 1);

-- A merged customer stays, as an alias: of the last survivor, never of another alias.
alter table customer
    add column merged_into uuid constraint customer_merged_into_fkey references customer,
    add column merged_at   timestamptz,
    add constraint customer_merged_check check ((merged_into is null) = (merged_at is null) and merged_into <> id);
create index customer_merged_into_idx on customer (merged_into) where merged_into is not null;

-- Where every customer id ever given leads today. What other features may know of merging.
create view current_customer as
select id as customer_id, ucid, coalesce(merged_into, id) as current_id from customer;

-- What of a record counts in matching, in the compact form of customer.matching.Traits. Lives and dies with its record.
create table match_profile (
    record_id uuid not null constraint match_profile_pkey primary key
        constraint match_profile_record_fkey references source_record on delete cascade,
    traits    text not null
);

-- Which records are worth comparing: those that share a key. Keys are hashes; no reference, for the speed of imports.
create table match_key (
    key       bigint not null,
    record_id uuid   not null,
    constraint match_key_pkey primary key (key, record_id)
);
create index match_key_record_idx on match_key (record_id);

-- How alike two records are, in bits, under the model in force; only pairs that are at least doubtful. No references
-- either: a re-match writes millions.
create table match_edge (
    record_a uuid not null,
    record_b uuid not null,
    weight   real not null,
    constraint match_edge_pkey primary key (record_a, record_b),
    constraint match_edge_order_check check (record_a < record_b)
);
create index match_edge_b_idx on match_edge (record_b);

-- What the weights are: learnt from the store's own records. Old ones stay, so that a link can be explained later.
create table match_model (
    version   integer     not null constraint match_model_pkey primary key,
    model     jsonb       not null,
    -- How many records it was learnt from.
    records   bigint      not null,
    learnt_at timestamptz not null
);

-- Moves with everything that can change who is who, so that a re-match notices what happened meanwhile.
create table match_state (
    single     boolean not null default true constraint match_state_pkey primary key
        constraint match_state_only_check check (single),
    generation bigint  not null
);
insert into match_state (generation) values (0);

-- One time at which everything was, or is to be, looked at again.
create table rematch (
    id          uuid        not null constraint rematch_pkey primary key,
    -- A preview changes nothing.
    preview     boolean     not null,
    -- Whether the weights are to be learnt anew.
    learn       boolean     not null,
    status      text        not null constraint rematch_status_check
        check (status in ('waiting', 'running', 'finished', 'failed')),
    asked_by    text        not null,
    asked_at    timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    report      jsonb
);
create index rematch_open_idx on rematch (asked_at) where status in ('waiting', 'running');

-- One act that moved links: of a steward, or of the engine when it has looked at everything again.
create table link_operation (
    id          uuid        not null constraint link_operation_pkey primary key,
    kind        text        not null constraint link_operation_kind_check
        check (kind in ('merge', 'split', 'same', 'different', 'undo', 'rematch')),
    acted_by    text        not null constraint link_operation_acted_by_check check (length(acted_by) between 1 and 200),
    reason      text        not null constraint link_operation_reason_check check (length(reason) <= 1000),
    acted_at    timestamptz not null,
    -- Earlier decisions that it overruled, so that they can come back: [record_a, record_b, verdict, operation_id].
    replaced    jsonb       not null default '[]',
    -- The operation that it took back.
    undoes      uuid constraint link_operation_undoes_key unique constraint link_operation_undoes_fkey references link_operation
);

-- What people decided about two records; binding for the engine until it is taken back.
create table match_decision (
    record_a     uuid not null constraint match_decision_a_fkey references source_record on delete cascade,
    record_b     uuid not null constraint match_decision_b_fkey references source_record on delete cascade,
    verdict      text not null constraint match_decision_verdict_check check (verdict in ('same', 'different')),
    operation_id uuid not null constraint match_decision_operation_fkey references link_operation,
    constraint match_decision_pkey primary key (record_a, record_b),
    constraint match_decision_order_check check (record_a < record_b)
);
create index match_decision_b_idx on match_decision (record_b);
create index match_decision_operation_idx on match_decision (operation_id);

-- What a steward is asked: are these two records about one customer?
create table match_candidate (
    id        uuid        not null constraint match_candidate_pkey primary key,
    record_a  uuid        not null constraint match_candidate_a_fkey references source_record on delete cascade,
    record_b  uuid        not null constraint match_candidate_b_fkey references source_record on delete cascade,
    kind      text        not null constraint match_candidate_kind_check
        check (kind in ('above', 'below', 'margin', 'duplicate', 'update')),
    weight    real        not null,
    opened_at timestamptz not null,
    constraint match_candidate_pair_key unique (record_a, record_b),
    constraint match_candidate_order_check check (record_a < record_b)
);
create index match_candidate_b_idx on match_candidate (record_b);

-- Where records went, and why: appended with every move. Names no data of the customer.
create table link_history (
    id            uuid        not null constraint link_history_pkey primary key,
    record_id     uuid        not null,
    source        text        not null,
    external_id   text        not null,
    from_customer uuid        constraint link_history_from_fkey references customer,
    to_customer   uuid        constraint link_history_to_fkey references customer,
    rule          text        not null,
    origin        text        not null constraint link_history_origin_check check (origin in ('auto', 'manual')),
    score         real        not null,
    operation_id  uuid        constraint link_history_operation_fkey references link_operation,
    moved_at      timestamptz not null
);
create index link_history_to_idx on link_history (to_customer);
create index link_history_from_idx on link_history (from_customer);
create index link_history_operation_idx on link_history (operation_id);
create index link_history_record_idx on link_history (record_id);
