-- Binds a document to its bytes in clear (HMAC-SHA256 under the row's key, DocumentCommitment), so that an export can prove
-- them; rows of before have none.
alter table archive_entry add column clear_commitment bytea;
alter table archive_entry add constraint archive_entry_clear_check
    check (clear_commitment is not null and octet_length(clear_commitment) = 32) not valid;
