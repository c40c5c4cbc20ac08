package io.chancery.dispatch.print.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.print.printer.FolderTarget;
import io.chancery.platform.digest.Sha256;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintRunTest {

    private static final Duration TO_CUT_OFF = Duration.ofHours(4).plusSeconds(15);

    @TempDir
    private Path folder;

    private PrintShop shop;

    private PrintShop shop(Instant now) {
        shop = new PrintShop(folder, now);
        return shop;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void letters_of_a_household_go_in_one_envelope_when_the_cut_off_has_passed() throws IOException {
        shop(PrintShop.FRIDAY);
        var first = shop.given(1);
        var second = shop.given(1);
        shop.given(2);

        assertThat(shop.making.makeDue()).isEmpty();
        shop.clock.pass(TO_CUT_OFF);
        var run = shop.making.makeDue().orElseThrow();
        shop.sendAll();

        assertThat(run.letters()).isEqualTo(3);
        assertThat(run.pieces()).isEqualTo(2);
        assertThat(run.cutOff()).isEqualTo(Instant.parse("2026-11-27T16:30:00Z"));
        assertThat(shop.get("select state from print_batch")).containsOnly("sent");
        var zips = shop.names("outgoing").stream()
                .filter(name -> name.endsWith(".zip"))
                .toList();
        assertThat(zips).isNotEmpty();
        assertThat(shop.names("outgoing")).contains(zips.get(0) + ".sent");
        assertThat(piecesWith(zips, first.toString())).containsExactly(piecesWith(zips, second.toString())[0]);
        assertThat(shop.making.makeDue()).isEmpty();
    }

    private String[] piecesWith(Iterable<String> zips, String delivery) throws IOException {
        var found = new ArrayList<String>();
        for (var name : zips) {
            try (var zip = new ZipFile(shop.outgoing(name).toFile())) {
                var manifest = new ObjectMapper().readTree(zip.getInputStream(zip.getEntry("manifest.json")));
                for (var entry : manifest.path("entries")) {
                    if (entry.path("letters").findValuesAsText("delivery").contains(delivery)) {
                        found.add(entry.path("piece").asText());
                    }
                }
                try (var pdf = Loader.loadPDF(
                        zip.getInputStream(zip.getEntry(manifest.path("file").asText()))
                                .readAllBytes())) {
                    assertThat(pdf.getNumberOfPages())
                            .isEqualTo(manifest.path("pages").asInt());
                }
            }
        }
        return found.toArray(String[]::new);
    }

    @Test
    void a_letter_that_comes_twice_is_there_once() {
        shop(PrintShop.FRIDAY);
        var id = shop.given(1);

        var again = shop.send(id, PrintShop.letter(1));

        assertThat(again).isEqualTo(new Accepted(id.toString()));
        assertThat(shop.get("select count(*) from print_letter")).containsExactly("1");
        shop.making.makeNow();
        shop.send(id, PrintShop.letter(1));
        assertThat(shop.making.makeNow()).isEmpty();
    }

    @Test
    void a_letter_whose_address_does_not_show_is_not_released() {
        shop(PrintShop.FRIDAY);
        var elsewhere = PrintShop.letter(Map.of("postcode", "99999"));

        var outcome = shop.send(shop.archived(elsewhere), elsewhere);

        assertThat(outcome).isEqualTo(new Permanent("address-window", "The postcode does not show in the window"));
        var nobodys = PrintShop.letter(Map.of("ucid", ""));
        assertThat(shop.send(shop.archived(nobodys), nobodys))
                .isInstanceOfSatisfying(
                        Permanent.class, refused -> assertThat(refused.code()).isEqualTo("envelope-incomplete"));
        assertThat(shop.making.makeNow()).isEmpty();
    }

    @Test
    void the_cut_off_is_in_local_time_when_the_clocks_change() {
        // On Friday it is summer, on Monday it is not.
        shop(Instant.parse("2026-10-23T15:29:00Z"));
        shop.given(1);
        shop.clock.pass(Duration.ofSeconds(75));
        assertThat(shop.making.makeDue()).isPresent();

        shop.given(2);
        shop.clock.pass(Duration.ofDays(3));
        assertThat(shop.clock.instant()).isEqualTo("2026-10-26T15:30:15Z");
        assertThat(shop.making.makeDue()).isEmpty();
        shop.clock.pass(Duration.ofHours(1));

        assertThat(shop.making.makeDue().orElseThrow().cutOff()).isEqualTo("2026-10-26T16:30:00Z");
    }

    @Test
    void a_cut_off_that_was_slept_through_is_made_up_for_and_newer_letters_wait() {
        shop(PrintShop.FRIDAY);
        shop.given(1);
        shop.clock.pass(Duration.ofDays(3).plusHours(5));
        shop.given(2);

        var run = shop.making.makeDue().orElseThrow();

        assertThat(run.letters()).isEqualTo(1);
        assertThat(run.cutOff()).isEqualTo("2026-11-30T16:30:00Z");
    }

    @Test
    void what_was_recorded_and_not_sent_is_sent_once_as_the_same_file() throws IOException {
        shop(PrintShop.FRIDAY);
        shop.given(1);
        shop.making.makeNow();
        var batch = shop.tables.batches().findDue(shop.clock.instant()).orElseThrow();
        byte[] before;
        try (var own = shop.batchMaking().folder()) {
            shop.batchMaking().make(batch, own);
            before = Files.readAllBytes(own.zip());
            var hash = Sha256.of(own.zip());
            shop.database.run(() -> shop.tables.progress().made(batch, hash, before.length));
        }
        // Killed here: made, and nobody knows whether it was sent.
        shop.clock.pass(Duration.ofMinutes(7));

        shop.sendAll();

        assertThat(shop.outgoing(batch.name() + ".zip")).hasBinaryContent(before);
        // Killed after the hand-over, before it was noted: the same file again is no other one.
        shop.database.execute("update print_batch set state = 'made'");
        shop.sendAll();
        assertThat(shop.get("select state, attempts, problem from print_batch")).containsExactly("sent 0 null");
        assertThat(shop.names("outgoing")).containsExactly(batch.name() + ".zip", batch.name() + ".zip.sent");
    }

    @Test
    void nothing_of_a_killed_process_stays_in_the_work_folder() throws IOException {
        shop(PrintShop.FRIDAY);
        var left = shop.batchMaking().folder();
        Files.writeString(left.pdf(), "half a letter");

        shop.batchMaking().start(new StartupEvent());

        assertThat(shop.names("work")).isEmpty();
    }

    @Test
    void a_printer_that_is_away_gets_the_batch_later_and_one_that_has_another_gets_none() throws IOException {
        shop(PrintShop.FRIDAY);
        shop.given(1);
        shop.making.makeNow();
        var occupied = Files.writeString(folder.resolve("occupied"), "a file");

        var away = shop.sending(new FolderTarget(occupied, occupied));
        assertThat(away.step()).isTrue();
        assertThat(away.step()).isFalse();
        assertThat(shop.get("select state, attempts from print_batch")).containsExactly("made 1");

        shop.clock.pass(Duration.ofMinutes(1));
        var name = shop.get("select name from print_batch").get(0) + ".zip";
        Files.createDirectories(shop.outgoing(name).getParent());
        Files.writeString(shop.outgoing(name + ".sent"), "12 another\n");
        shop.sendAll();

        assertThat(shop.get("select state, problem from print_batch"))
                .containsExactly("held Another file has been sent under this name");
    }

    @Test
    void a_letter_that_cannot_be_printed_is_left_out_and_the_others_go() {
        shop(PrintShop.FRIDAY);
        var broken = shop.given(1);
        shop.given(1);
        shop.given(2);
        var alone = shop.given(3);
        shop.database.execute("update print_letter set sha256 = repeat('0', 64) where delivery_id in ('%s', '%s')"
                .formatted(broken, alone));
        shop.making.makeNow();

        shop.sendAll();

        assertThat(shop.get("select reference, delivered, code from receipt order by reference"))
                .containsExactly(broken + " f rejected: cannot be printed", alone + " f rejected: cannot be printed");
        assertThat(shop.get("select state, count(*) from print_piece group by state order by state"))
                .containsExactly("left-out 1", "open 2");
        assertThat(shop.get("select distinct state from print_batch")).containsExactly("sent");
    }
}
