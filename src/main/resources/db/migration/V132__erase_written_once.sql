-- What is only added to is erased nevertheless when a person asks for it: by the owner of the tables, in the functions
-- below and nowhere else. To the application, and to whoever sets the variable without being the owner, the walls stay.

create or replace function consent_declaration_refuse() returns trigger language plpgsql as $$
begin
    if tg_op <> 'TRUNCATE' and current_setting('chancery.erasing', true) = 'on'
        and current_user = (select relowner::regrole::text from pg_class where oid = tg_relid) then
        return case tg_op when 'DELETE' then old else new end;
    end if;
    raise exception 'consent_declaration is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

-- What an erased person declared and preferred. A refusal that holds for somebody else, too, since nobody knew which of two
-- people it came from, stays theirs without its words.
create function erase_declarations(erased uuid[], erased_records uuid[]) returns bigint language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    done bigint;
begin
    if erased is null or not exists (select from erasure where customer_ids @> erased) then
        raise exception 'no erasure is on record' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('chancery.erasing', 'on', true);
    update consent_declaration set evidence = '', proof = '{}', contact_point = null, source = 'erased', confirms = null
        where record_id is null and customer_id = any (erased)
            and exists (select from source_record where id = any (records) and id <> all (erased_records));
    update consent_declaration set confirms = null where confirms in (select id from consent_declaration
        where record_id = any (erased_records) or record_id is null and customer_id = any (erased));
    delete from consent_declaration
        where record_id = any (erased_records)
            or customer_id = any (erased) and source <> 'erased'
                and (record_id is null or not exists (select from source_record where id = record_id));
    get diagnostics done = row_count;
    delete from preference where customer_id = any (erased);
    perform set_config('chancery.erasing', 'off', true);
    return done;
end
$$;

-- Documents of the time before customers had keys lie in clear text beside their encrypted successors.
create function erase_earlier_documents(erased uuid[], kept uuid[]) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    if erased is null or not exists (select from erasure where customer_ids @> erased and erasure.kept @> $2) then
        raise exception 'no erasure is on record' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from archive_entry_before) or exists (select from screen_document_before) then
        perform set_config('chancery.expiring', 'on', true);
        perform delete_earlier(array(select id from delivery where customer_id = any (erased)));
        perform set_config('chancery.expiring', 'off', true);
    end if;
end
$$;
