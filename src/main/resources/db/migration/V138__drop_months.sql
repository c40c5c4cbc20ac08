-- Months of the archive are made before they begin, and dropped when all that lay in them has expired.

-- Makes the months from one to another, both included; those that are there stay. Not of any time: who has the application's
-- role alone must not be able to fill the database with empty tables.
create or replace function make_months(first date, last date) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    month date := date_trunc('month', first);
    next_month date;
    parent text;
    part text;
begin
    if (first <= last and first >= current_date - interval '15 years' and last <= current_date + interval '1 year') is not true
    then
        raise exception 'No months are made from % to %', first, last using errcode = 'invalid_parameter_value';
    end if;
    -- One node makes them, and the others find them made.
    perform pg_advisory_xact_lock(hashtext('make_months'));
    while month <= last loop
        next_month := month + interval '1 month';
        foreach parent in array array['event', 'archive_entry', 'archive_text'] loop
            part := parent || to_char(month, '_YYYY_MM');
            if to_regclass('public.' || part) is null then
                execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', part, parent,
                    case parent when 'archive_text' then month::text else public.month_floor(month)::text end,
                    case parent when 'archive_text' then next_month::text else public.month_floor(next_month)::text end);
            end if;
        end loop;
        month := next_month;
    end loop;
end
$$;

-- Drops one table of a month in which something has expired and nothing is left, and says which one; null if there is none, or
-- if somebody is at it: whoever works goes first. A month has been over for another one before it is looked at, and nothing is
-- written there any more once it has no delivery; should a clock go wrong, the default partition takes what comes.
create function drop_empty_month() returns text language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set lock_timeout = '300ms' as $$
declare
    part record;
    is_left boolean;
begin
    if not pg_try_advisory_xact_lock(hashtext('make_months')) then
        return null;
    end if;
    for part in
        select relname as name, month_floor(month) as low, month_floor((month + interval '1 month')::date) as high
        from pg_inherits join pg_class on pg_class.oid = inhrelid
            cross join lateral (select to_date(right(relname, 7), 'YYYY_MM') as month) as made
        where inhparent in ('event'::regclass, 'archive_entry'::regclass, 'archive_text'::regclass)
            and relname ~ '_\d{4}_\d\d$' and month + interval '2 months' <= current_date
        order by relname
    loop
        continue when not exists (select from deletion_record where delivery_id >= part.low and delivery_id < part.high)
            or exists (select from delivery where id >= part.low and id < part.high);
        execute format('select exists (select from public.%I)', part.name) into is_left;
        continue when is_left;
        begin
            execute format('lock table public.%I in share mode', part.name);
            execute format('select exists (select from public.%I)', part.name) into is_left;
            continue when is_left;
            execute format('drop table public.%I', part.name);
        exception when lock_not_available then
            return null;
        end;
        return part.name;
    end loop;
    return null;
end
$$;
