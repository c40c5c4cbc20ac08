-- What a text message leads to: a page, and perhaps a PDF, behind a short link that ends.

create table screen_document (
    -- SHA-256 of the token in the link: whoever reads this table can open nothing with it.
    token_sha256 bytea       not null constraint screen_document_pkey primary key
        constraint screen_document_token_check check (octet_length(token_sha256) = 32),
    delivery_id  uuid        not null constraint screen_document_delivery_key unique
        constraint screen_document_delivery_fkey references delivery,
    page_sha256  bytea       not null constraint screen_document_page_fkey references rendition,
    pdf_sha256   bytea       constraint screen_document_pdf_fkey references rendition,
    envelope     jsonb       not null,
    archived_at  timestamptz not null,
    expires_at   timestamptz not null,
    constraint screen_document_expires_at_check check (expires_at > archived_at)
);

create trigger screen_document_append_only before update or delete on screen_document for each row
    execute function refuse_change();
create trigger screen_document_no_truncate before truncate on screen_document for each statement
    execute function refuse_change();

-- Each access is an event of the delivery.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (kind in
    ('accepted', 'held', 'rendered', 'queued', 'attempted', 'deferred', 'repeated', 'uncertain', 'sent', 'skipped',
     'cancelled', 'expired', 'failed', 'delivered', 'returned', 'opened')) not valid;
alter table event validate constraint event_kind_check;
