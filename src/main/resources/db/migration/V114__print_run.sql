-- Letters that wait for a print run, the runs, and what became of each envelope. Letters and pieces name a customer and an
-- address, and are deleted when a run has been complete for a while; what is left counts only.

create sequence print_run_number as integer maxvalue 999999999;

create table print_run (
    number     integer     not null constraint print_run_pkey primary key,
    -- Letters that came before it are in the run.
    cut_off    timestamptz not null,
    created_at timestamptz not null,
    letters    integer     not null constraint print_run_letters_check check (letters > 0),
    pieces     integer     not null constraint print_run_pieces_check check (pieces between 1 and 999999),
    -- When its letters and pieces were deleted.
    wiped_at   timestamptz
);
create index print_run_kept_idx on print_run (number) where wiped_at is null;

-- One envelope.
create table print_piece (
    run           integer       not null constraint print_piece_run_fkey references print_run,
    sequence      integer       not null constraint print_piece_sequence_check check (sequence between 1 and 999999),
    sheets        integer       not null constraint print_piece_sheets_check check (sheets > 0),
    postage_class text          not null,
    international boolean       not null,
    grams         numeric(10,2) not null,
    state         text          not null constraint print_piece_state_check check
        (state in ('open', 'mailed', 'returned', 'rejected', 'left-out')),
    -- Since when the printer owes us an answer: the run, or the newest reprint.
    opened_at     timestamptz   not null,
    -- Of what the printer said last, the time and the reason; a reason in its own words can name people.
    said_at       timestamptz,
    reason        text,
    constraint print_piece_pkey primary key (run, sequence)
);
create index print_piece_open_idx on print_piece (run, opened_at) where state = 'open';

-- One letter, in the pool until it has a piece.
create table print_letter (
    delivery_id uuid        not null constraint print_letter_pkey primary key,
    ucid        text        not null,
    country     text        not null,
    postcode    text        not null,
    address     text        not null,
    sender      text        not null,
    form        text        not null,
    paper       text        not null,
    grammage    integer     not null,
    pages       integer     not null,
    duplex      boolean     not null,
    bytes       bigint      not null,
    sha256      text        not null,
    urgent      boolean     not null,
    pooled_at   timestamptz not null,
    run         integer,
    piece       integer,
    -- Why it is in no envelope after all.
    left_out    text,
    constraint print_letter_piece_check check ((run is null) = (piece is null)),
    constraint print_letter_piece_fkey foreign key (run, piece) references print_piece
);
create index print_letter_pool_idx on print_letter (pooled_at, delivery_id) where run is null;
create index print_letter_piece_idx on print_letter (run, piece) where run is not null;

-- One file for the printer.
create table print_batch (
    run             integer     not null constraint print_batch_run_fkey references print_run,
    number          integer     not null constraint print_batch_number_check check (number > 0),
    name            text        not null constraint print_batch_name_key unique,
    reprint         boolean     not null,
    pieces          integer     not null constraint print_batch_pieces_check check (pieces > 0),
    urgent          boolean     not null,
    international   boolean     not null,
    postage_class   text        not null,
    one_sheet       boolean     not null,
    form            text        not null,
    paper           text        not null,
    grammage        integer     not null,
    duplex          boolean     not null,
    -- empty: every letter had to be left out.
    state           text        not null constraint print_batch_state_check check
        (state in ('open', 'made', 'sent', 'acknowledged', 'held', 'empty')),
    attempts        smallint    not null default 0,
    next_at         timestamptz not null,
    problem         text,
    sha256          text,
    bytes           bigint,
    -- What the printer calls it.
    reference       text,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    constraint print_batch_pkey primary key (run, number)
);
create index print_batch_due_idx on print_batch (next_at) where state in ('open', 'made');
create index print_batch_sent_idx on print_batch (run, number) where state = 'sent';

-- Which pieces are in which files: each in the one of its run, and in those of its reprints.
create table print_batch_piece (
    run      integer not null,
    batch    integer not null,
    sequence integer not null,
    constraint print_batch_piece_pkey primary key (run, batch, sequence),
    constraint print_batch_piece_batch_fkey foreign key (run, batch) references print_batch,
    constraint print_batch_piece_piece_fkey foreign key (run, sequence) references print_piece
);
create index print_batch_piece_piece_idx on print_batch_piece (run, sequence);

-- Rows of response files that say nothing. Names no data.
create table print_response_fault (
    file    text        not null,
    -- Files of the same name can come again.
    sha256  text        not null,
    no      integer     not null,
    -- Null where the row could be read, and speaks of a piece that we do not know.
    line    bigint,
    problem text        not null,
    at      timestamptz not null,
    constraint print_response_fault_pkey primary key (file, sha256, no)
);
create index print_response_fault_at_idx on print_response_fault (at);
