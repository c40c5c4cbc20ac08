-- The walls around what is on record: what the role «chancery_app» may do, which the application connects as. Put up by
-- the owner of the tables after the migrations, at every start, so that a role that an administrator creates later finds
-- them; nothing is written while they stand.
--
-- Of what is written once the application may read and add to it; the triggers are a second wall. A table that is not
-- named here may be changed: DatabaseWallsTest asks for the decision. Partitions get nothing, because whoever uses the
-- table needs no right on its parts; default privileges would open each of them.
do $$
declare
    application  constant text := 'chancery_app';
    written_once constant text[] := array[
        'event', 'archive_entry', 'archive_dictionary', 'screen_document', 'rendition', 'archive_entry_before',
        'screen_document_before',
        'seal', 'log_node', 'checkpoint', 'checkpoint_timestamp', 'integrity_check', 'audit_entry', 'deletion_record', 'erasure',
        'legal_hold', 'legal_hold_customer', 'legal_hold_delivery', 'legal_hold_release',
        'expiry', 'expiry_item', 'expiry_step',
        'consent_declaration', 'preference',
        'source_file', 'template_version', 'template_version_file', 'template_step', 'block_version',
        'block_version_file', 'block_step', 'brand_version', 'brand_version_file', 'brand_step', 'trial_reader'];
    owner regrole := (select relowner from pg_class where oid = 'event'::regclass);
    home  regnamespace := (select relnamespace from pg_class where oid = 'event'::regclass);
    target record;
begin
    -- A node that was not given the owner's password found nothing to migrate, and leaves the walls to those that were.
    -- And where the owner has the application's name, there is no wall.
    if not pg_has_role(owner, 'usage') or owner::text = application then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('chancery walls'));

    -- Without a password nobody connects as the new role. Who may not create one is told at start what to do.
    if to_regrole(application) is null then
        if not (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
            return;
        end if;
        execute format('create role %I', application);
    end if;

    if not has_schema_privilege(application, home, 'usage') then
        execute format('grant usage on schema %s to %I', home, application);
    end if;
    if has_schema_privilege(application, home, 'create') then
        execute format('revoke create on schema %s from public, %I', home, application);
    end if;

    for target in
        select oid::regclass as name, case relkind when 'S' then 'sequence' else 'table' end as kind,
            case
                when relispartition then '{}'
                when relkind = 'S' then '{USAGE}'
                when relkind in ('v', 'm') or relname = 'flyway_schema_history' then '{SELECT}'
                when relname = any (written_once) then '{INSERT,SELECT}'
                else '{DELETE,INSERT,SELECT,UPDATE}'
            end::text[] as wanted,
            array(select privilege_type from aclexplode(relacl) where grantee = application::regrole
                order by privilege_type collate "C") as granted
        from pg_class
        where relnamespace = home and relkind in ('r', 'p', 'v', 'm', 'S') and pg_has_role(relowner, 'usage')
    loop
        continue when target.granted = target.wanted;
        execute format('revoke all on %s %s from %I', target.kind, target.name, application);
        continue when target.wanted = '{}';
        execute format('grant %s on %s %s to %I', array_to_string(target.wanted, ', '), target.kind, target.name, application);
    end loop;

    -- A function that runs with its owner's rights is there for the application, and for nobody else.
    for target in
        select oid::regprocedure as name from pg_proc
        where pronamespace = home and prosecdef and pg_has_role(proowner, 'usage')
            and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0)
                or not has_function_privilege(application, oid, 'execute'))
    loop
        execute format('revoke all on routine %s from public', target.name);
        execute format('grant execute on routine %s to %I', target.name, application);
    end loop;
end
$$;
