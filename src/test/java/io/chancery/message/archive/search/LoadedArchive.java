package io.chancery.message.archive.search;

import io.chancery.platform.TestDatabase;
import io.chancery.platform.database.Roles;
import java.util.UUID;

/** An archive with many deliveries in the months from January 2026 on, written straight into its tables. */
final class LoadedArchive {

    static final UUID CUSTOMER = new UUID(0, 5);
    static final UUID RUN = new UUID(1, 1);

    private final TestDatabase database;

    LoadedArchive(TestDatabase database) {
        this.database = database;
    }

    /** Fills it. The i-th delivery goes to customer i modulo a tenth of them all, and says «rechnung» and «wort-i». */
    void load(int count, int days) {
        // A copy of a database belongs to whoever copied it.
        database.execute("grant create on schema public to " + Roles.OWNER);
        database.execute("do $$ begin perform make_months('2026-01-01', '2026-12-01'); end $$");
        database.execute("""
                create table made as
                select i, (lpad(to_hex((extract(epoch from timestamptz '2026-01-01 00:00Z') * 1000)::bigint
                            + i::bigint * %1$d::bigint * 86400000 / %2$d), 12, '0')
                        || '7' || lpad(to_hex(i & 4095), 3, '0') || '8' || substr(md5(i::text), 1, 15))::uuid as id,
                    (lpad(to_hex(i %% (%2$d / 10)), 32, '0'))::uuid as customer,
                    (lpad(to_hex(i %% 50 + 1), 32, '0'))::uuid as version
                from generate_series(1, %2$d) as series (i)
                """.formatted(days, count));
        database.execute("""
                insert into template_version (id, template, number, digest, class, purpose, initiation, document_class,
                    brand_version_id, created_at)
                select (lpad(to_hex(i), 32, '0'))::uuid, 'template-' || i % 25, i / 25 + 1, decode(repeat('00', 32), 'hex'),
                    case when i % 5 = 0 then 'marketing' else 'transactional' end,
                    case when i % 5 = 0 then 'promote' else 'inform' end, 'proactive', 'letter', gen_random_uuid(),
                    now()
                from generate_series(1, 50) as series (i)
                """);
        database.execute("""
                insert into message (id, client_id, customer_id, ucid, template_version_id, template, class, reference,
                    language, data, send_at, created_at, run_id, run_line)
                select made.id, gen_random_uuid(), customer, 'UCID', version, template, class, 'R-' || i, 'de', '{}', now(),
                    now(), case when i % 100 = 0 then '00000000-0000-0001-0000-000000000001'::uuid end,
                    case when i % 100 = 0 then i end
                from made join template_version on template_version.id = version
                """);
        database.execute("""
                insert into delivery (id, message_id, channel, status, customer_id, template_version_id, run_id)
                select id, id, (array['print', 'email', 'sms'])[i % 3 + 1],
                    case when i % 1000 = 0 then 'failed' else 'delivered' end, customer, version,
                    case when i % 100 = 0 then '00000000-0000-0001-0000-000000000001'::uuid end
                from made
                """);
        database.execute("""
                insert into event (id, delivery_id, at, kind, reason)
                select id, id, now(), case when i % 1000 = 0 then 'failed' else 'sent' end,
                    case when i % 1000 = 0 then 'refused' end from made
                """);
        database.execute("""
                insert into attempt_reference (delivery_id, number, part, reference)
                select id, 1, 1, 'provider-' || i from made
                """);
        database.execute("""
                insert into archive_text (month, delivery_id, customer_id, recipient, words)
                select month_of(id), id, customer, 'reader' || i % (select count(*) / 10 from made) || '@example.org',
                    array_to_tsvector(array['rechnung', 'wort' || i, 'selten' || i % 997, 'manchmal' || i % 50]
                        || (select array_agg('w' || (i % 20000 * 7919 + k * 104729) % 20000) from generate_series(1, 60) as word (k)))
                from made
                """);
    }
}
