package io.chancery.archive.export;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.DeliverySelection;
import io.chancery.archive.export.dossier.TestDossiers;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.Sql;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports on a test database, made by hand. */
public final class TestExports {

    private final TestDatabase database;
    private final PlanTable plan;
    private final ExportTable table;
    private final ExportContents contents;
    private final Planner planner;
    private final Exports exports;
    private final Chosen chosen = new Chosen();

    /** What was exported, on a test database. */
    public static ExportTable table(Sql sql) {
        return new ExportTable(sql);
    }

    public TestExports(ArchiveFixture archive, TestLog log) {
        database = archive.database();
        plan = new PlanTable(database.sql());
        table = new ExportTable(database.sql());
        contents = new ExportContents(
                TestDossiers.on(database, archive.clock(), chosen),
                plan,
                log.table,
                log.seals,
                log.key,
                new Settings());
        planner = new Planner(table, plan, contents, chosen, log.sealing(), database);
        exports = new Exports(table, plan, contents, chosen, TestDatabase.ids(archive.clock()), archive.clock());
    }

    private record Settings() implements ExportConfig {
        @Override
        public Duration keep() {
            return Duration.ofDays(30);
        }

        @Override
        public String supplier() {
            return "Müller & Söhne";
        }
    }

    /** The deliveries that a test has chosen, two at a time. */
    private static final class Chosen implements DeliverySelection {

        private List<UUID> ids = List.of();

        @Override
        public void require(Scope scope) {
            // Everything is there.
        }

        @Override
        public Page select(Scope scope, @Nullable UUID after) {
            int from = after == null ? 0 : ids.indexOf(after) + 1;
            var part = ids.subList(from, Math.min(ids.size(), from + 2));
            return new Page(part, from + 2 < ids.size() ? part.get(1) : null);
        }

        @Override
        public Optional<Period> whole(Scope scope) {
            return Optional.of(new Period(Instant.EPOCH, null));
        }

        @Override
        public Map<UUID, About> about(Collection<UUID> deliveryIds) {
            var about = new TreeMap<UUID, About>();
            deliveryIds.stream()
                    .filter(ids::contains)
                    .forEach(id -> about.put(
                            id,
                            new About(
                                    new UUID(7, id.getLeastSignificantBits()),
                                    "=R-2026-000017",
                                    "invoice",
                                    3,
                                    "transactional",
                                    "inform",
                                    "C-1",
                                    new Channel("sms"))));
            return about;
        }
    }

    /** Asks for an export of these deliveries. */
    Export request(List<UUID> deliveries) {
        return request(deliveries, false);
    }

    /** The same of what was only tried. */
    Export request(List<UUID> deliveries, boolean test) {
        chosen.ids = new ArrayList<>(deliveries);
        var scope = new DeliverySelection.Scope(null, "2026-01-01", "2026-12-31", "", test);
        return database.call(() -> exports.request(scope, "olga"));
    }

    /** An export of a message, of which nothing is left but deletion records. */
    public byte[] evidence(UUID messageId) {
        chosen.ids = List.of();
        var scope = new DeliverySelection.Scope(messageId, null, null, "", false);
        var export = finished(database.call(() -> exports.request(scope, "olga")));
        return content(export, 0, export.size());
    }

    /** Makes the next step of it, as a job would that has just started. */
    Export step(Export export) {
        return stepFrom(table.find(export.id()).orElseThrow());
    }

    /** The same from where it stood once. */
    Export stepFrom(Export export) {
        try {
            planner.step(export);
            return table.find(export.id()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Export finished(Export export) {
        var made = export;
        while (made.status() != ExportStatus.READY) {
            made = step(made);
        }
        return made;
    }

    byte[] content(Export export, long from, long to) {
        var out = new ByteArrayOutputStream();
        try {
            exports.write(export, new ByteRange(from, to), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    ExportStatus status(Export export) {
        return table.find(export.id()).orElseThrow().status();
    }

    /** An export of these deliveries. */
    public byte[] made(List<UUID> deliveries) {
        var export = finished(request(deliveries));
        return content(export, 0, export.size());
    }
}
