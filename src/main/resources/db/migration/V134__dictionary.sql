-- What documents of one kind have in common is stored once: by which entry of the archive documents of a kind are compressed.
-- The entry belongs to nobody, is sealed as all others are, and each document compressed with it names it.
create table archive_dictionary (
    -- Of which documents: what was rendered from one version of a template, for one channel, in one language.
    kind        text not null constraint archive_dictionary_pkey primary key,
    -- Its archive_entry, which stands for no delivery.
    delivery_id uuid not null
);

create trigger archive_dictionary_append_only before update or delete on archive_dictionary for each row
    execute function refuse_change();
create trigger archive_dictionary_no_truncate before truncate on archive_dictionary for each statement
    execute function refuse_change();
