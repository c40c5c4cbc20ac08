package io.chancery.dispatch.print.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chancery.archive.Archive;
import io.chancery.archive.NewDocument;
import io.chancery.archive.TestArchive;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.RecordingDeliveryListener;
import io.chancery.dispatch.print.cutoff.CutOff;
import io.chancery.dispatch.print.piece.Bundling;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.Tariff;
import io.chancery.dispatch.print.printer.FolderTarget;
import io.chancery.dispatch.print.run.response.TestResponses;
import io.chancery.dispatch.print.run.store.PrintTables;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import io.chancery.dispatch.receipt.TestReceiptBook;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedMessages;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.Rendition.Document;
import io.chancery.vocabulary.Ucid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A database with letters in a pool, and a printer that is a folder. Nothing happens but by hand. */
final class PrintShop implements AutoCloseable {

    private static final UUID CUSTOMER = UUID.randomUUID();
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Friday, half past one in Berlin; the cut-off is at half past five. */
    static final Instant FRIDAY = Instant.parse("2026-11-27T12:30:00Z");

    static final PrintRunSettings SETTINGS = new PrintRunSettings(
            true,
            new CutOff(
                    LocalTime.of(17, 30),
                    BERLIN,
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    Set.of(LocalDate.of(2026, 12, 1))),
            new Bundling(8),
            Tariff.DEUTSCHE_POST,
            new Paper("plain", 80),
            MarkSettings.USUAL,
            2,
            Duration.ofDays(90));

    private static final Document LETTER = (Document) RendererAccess.everyChannel()
            .render(Channel.PRINT, ShippedMessages.requests().findFirst().orElseThrow());

    final TestDatabase database = TestDatabase.create();
    final MutableClock clock;
    final PrintTables tables = PrintTables.on(database.sql());
    final FolderTarget printer;
    final PrintPoolAdapter adapter;
    final RunMaking making;
    final TestResponses responses;
    private final Path folder;
    private final Archive archive;
    private final TestReceiptBook receipts;
    private final IdGenerator ids;

    PrintShop(Path folder, Instant now) {
        this.folder = folder;
        this.clock = new MutableClock(now);
        this.ids = TestDatabase.ids(clock);
        this.archive = TestArchive.on(database, clock);
        this.receipts = new TestReceiptBook(database, archive, new RecordingDeliveryListener(), clock);
        this.printer = new FolderTarget(folder.resolve("outgoing"), folder.resolve("incoming"));
        this.adapter =
                new PrintPoolAdapter(new PrintPool(tables.letters(), database, SETTINGS, clock), true, 1, "a folder");
        this.making = new RunMaking(tables.letters(), tables.book(), database, SETTINGS, clock);
        this.responses =
                TestResponses.on(tables, printer, receipts.book(), database, new TestResponses.World(SETTINGS, clock));
    }

    BatchMaking batchMaking() {
        var leavingOut = new LeavingOut(tables.letters(), tables.pieces(), receipts.book(), database, SETTINGS, clock);
        return new BatchMaking(tables.contents(), archive, leavingOut, SETTINGS, folder.resolve("work"));
    }

    /** As a process that has just started would have it. */
    BatchSending sending() {
        return sending(printer);
    }

    BatchSending sending(FolderTarget target) {
        return new BatchSending(tables.batches(), tables.progress(), batchMaking(), target, database, clock);
    }

    void sendAll() {
        var sending = sending();
        boolean more = true;
        while (more) {
            more = sending.step();
        }
    }

    PrintRunExpiry expiry() {
        return new PrintRunExpiry(tables.book(), tables.faults(), database, SETTINGS, clock);
    }

    static Document letter(int customer) {
        return letter(Map.of("ucid", Ucid.ofNumber(customer).text()));
    }

    static Document letter(Map<String, String> other) {
        var envelope = new HashMap<>(LETTER.envelope());
        envelope.putAll(other);
        return new Document(LETTER.content(), envelope);
    }

    /** A letter that is archived and in the pool. */
    UUID given(int customer) {
        var id = archived(letter(customer));
        send(id, letter(customer));
        return id;
    }

    UUID archived(Rendition rendition) {
        var id = ids.next();
        database.execute(
                "insert into delivery (id, customer_id, message_id, channel, status) values ('%s', '%s', '%s', 'print', 'accepted')"
                        .formatted(id, CUSTOMER, UUID.randomUUID()));
        database.run(() -> archive.record(archive.keep(List.of(NewDocument.sent(id, CUSTOMER, rendition)), Map.of())));
        return id;
    }

    DeliveryOutcome send(UUID id, Rendition rendition) {
        return adapter.send(new Handover(id, 1, false, rendition, () -> {}));
    }

    void respond(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("incoming"));
        Files.write(folder.resolve("incoming").resolve(name), text.getBytes(UTF_8));
        responses.intake().poll();
    }

    /** The names in a folder, in order. */
    List<String> names(String name) throws IOException {
        if (!Files.isDirectory(folder.resolve(name))) {
            return List.of();
        }
        try (var files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Path outgoing(String name) {
        return folder.resolve("outgoing").resolve(name);
    }

    List<String> get(String query) {
        return database.get(query);
    }

    @Override
    public void close() {
        receipts.close();
        database.close();
    }
}
