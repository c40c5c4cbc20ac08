package io.chancery.dispatch.print.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.dispatch.print.run.desk.TestReprints;
import io.chancery.platform.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterSaysTest {

    private static final PieceId ONE = PieceId.of(1, 1);
    private static final PieceId TWO = PieceId.of(1, 2);
    private static final PieceId THREE = PieceId.of(1, 3);

    @TempDir
    private Path folder;

    private PrintShop shop;
    private List<UUID> letters;

    /** Two letters in one envelope, and three envelopes of one letter, sent on Friday. */
    @BeforeEach
    void send() {
        shop = new PrintShop(folder, PrintShop.FRIDAY);
        letters = List.of(shop.given(1), shop.given(1), shop.given(2), shop.given(3), shop.given(4));
        shop.making.makeNow();
        shop.sendAll();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void each_delivery_of_a_piece_gets_a_receipt() throws IOException {
        var file = """
                piece,status,at,reason
                %s,mailed,2026-11-27T19:00:00Z,
                %s,returned,2026-12-02T09:00:00Z,unknown-address
                %s,returned,2026-12-02T09:00:00Z,refused
                %s,rejected,2026-11-27T19:00:00Z,"torn, sheet 2"
                """.formatted(piece(0), piece(2), piece(3), piece(4));

        shop.respond("responses.csv", file);
        shop.respond("responses.csv", file);

        assertThat(shop.get(
                        "select distinct reference, delivered, code, at at time zone 'utc' from receipt order by 1"))
                .containsExactly(
                        letters.get(0) + " t mailed 2026-11-27 19:00:00",
                        letters.get(1) + " t mailed 2026-11-27 19:00:00",
                        letters.get(2) + " f nobody-there unknown-address 2026-12-02 09:00:00",
                        letters.get(3) + " f refused 2026-12-02 09:00:00",
                        letters.get(4) + " f rejected 2026-11-27 19:00:00");
        assertThat(shop.get("select state, reason from print_piece order by state, reason"))
                .containsExactly("mailed ", "rejected torn, sheet 2", "returned refused", "returned unknown-address");
        assertThat(shop.names("incoming")).containsExactly("done");
        assertThat(shop.names("incoming/done")).containsExactly("responses.csv");
    }

    private String piece(int letter) {
        return PieceId.of(
                        1,
                        Integer.parseInt(shop.get("select piece from print_letter where delivery_id = '"
                                        + letters.get(letter) + "'")
                                .get(0)))
                .text();
    }

    @Test
    void what_cannot_be_understood_is_kept_once_and_the_rest_is_read() throws IOException {
        var file = "piece,status,at\n%s,lost,2026-11-27\n%s,mailed,2026-11-28\n%s,mailed,2026-11-28\n"
                .formatted(ONE, PieceId.of(7, 1), ONE);

        shop.respond("a.csv", file);
        shop.respond("a.csv", file);

        assertThat(shop.get("select file, line, problem from print_response_fault order by no"))
                .containsExactly(
                        "a.csv 2 The status is not mailed, returned or rejected",
                        "a.csv null There is no piece " + PieceId.of(7, 1) + " of ours, or no longer");
        assertThat(shop.get("select state from print_piece order by sequence limit 1"))
                .containsExactly("mailed");
    }

    @Test
    void a_printer_acknowledges_a_batch() throws IOException {
        var name =
                shop.get("select name from print_batch order by number limit 1").get(0);

        shop.respond(name + ".zip.ack", "");
        shop.respond("run-9-batch-001.ack", "");

        assertThat(shop.get("select state from print_batch order by number limit 1"))
                .containsExactly("acknowledged");
        assertThat(shop.get("select file, problem from print_response_fault"))
                .containsExactly("run-9-batch-001.ack There is no batch of this name");
    }

    @Test
    void what_was_said_of_a_later_time_holds_whatever_comes_first() throws IOException {
        shop.respond("a.csv", "piece,status,at,reason\n%s,returned,2026-12-02,moved\n".formatted(ONE));
        shop.respond("b.csv", "piece,status,at,reason\n%s,mailed,2026-11-27,\n".formatted(ONE));

        assertThat(shop.get("select state, reason from print_piece where sequence = 1"))
                .containsExactly("returned moved");
    }

    @Test
    void a_piece_of_which_nothing_is_said_for_two_working_days_is_an_alarm_once_a_day() throws IOException {
        var reconciliation = shop.responses.reconciliation();
        shop.respond("a.csv", "piece,status,at\n%s,mailed,2026-11-27\n".formatted(ONE));

        // A weekend, a Monday, and a holiday.
        shop.clock.pass(Duration.ofDays(5));
        assertThat(reconciliation.overdue()).isEmpty();
        assertThat(reconciliation.warn()).isFalse();

        shop.clock.pass(Duration.ofSeconds(1));
        assertThat(reconciliation.overdue()).isEqualTo(Map.of(1, 3));
        assertThat(reconciliation.warn()).isTrue();
        assertThat(reconciliation.warn()).isFalse();
        shop.clock.pass(Duration.ofDays(1));
        assertThat(reconciliation.warn()).isTrue();
    }

    @Test
    void pieces_are_printed_once_more_under_another_name_and_owe_an_answer_again() throws IOException {
        shop.respond("a.csv", "piece,status,at\n%s,rejected,2026-11-27T13:00:00Z\n".formatted(TWO));
        shop.clock.pass(Duration.ofDays(1));

        var names = reprint("{\"pieces\": [\"%s\"]}".formatted(TWO));
        shop.sendAll();

        assertThat(names).singleElement().asString().matches("run-1-batch-\\d{3}-reprint-.*");
        assertThat(shop.get("select state from print_piece where sequence = 2")).containsExactly("open");
        try (var zip = new ZipFile(shop.outgoing(names.get(0) + ".zip").toFile())) {
            var manifest = new ObjectMapper().readTree(zip.getInputStream(zip.getEntry("manifest.json")));
            assertThat(manifest.path("reprint").asBoolean()).isTrue();
            assertThat(manifest.path("entries").findValuesAsText("piece")).containsExactly(TWO.text());
        }
        // What is said of the time before is not about the new one; of the same day it may be.
        shop.respond("b.csv", "piece,status,at\n%s,rejected,2026-11-27\n".formatted(TWO));
        assertThat(shop.get("select state from print_piece where sequence = 2")).containsExactly("open");
        shop.respond("c.csv", "piece,status,at\n%s,mailed,2026-11-28\n".formatted(TWO));
        assertThat(shop.get("select state from print_piece where sequence = 2")).containsExactly("mailed");
    }

    @Test
    void a_range_is_printed_once_more() {
        var names = reprint("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(TWO, THREE));

        assertThat(shop.get("select sequence from print_batch_piece where batch > (select max(number) from print_batch"
                        + " where not reprint) order by sequence"))
                .containsExactly("2", "3");
        assertThat(names).isNotEmpty();
    }

    @Test
    void what_the_printer_does_not_have_cannot_be_printed_once_more() {
        shop.given(5);
        shop.making.makeNow();

        assertFault("{\"pieces\": [\"%s\", \"%s\"]}".formatted(ONE, PieceId.of(1, 99)), "/pieces/1");
        assertFault("{\"pieces\": [\"%s\"]}".formatted(PieceId.of(2, 1)), "/pieces/0");
        assertFault("{\"from\": \"%s\"}".formatted(ONE), "/to");
        assertFault("{}", "/pieces");
        assertFault("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(THREE, TWO), "/from");
        assertThatThrownBy(() -> order(2, "{\"pieces\": [\"%s\"]}".formatted(PieceId.of(2, 1))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> order(3, "{\"pieces\": [\"%s\"]}".formatted(PieceId.of(3, 1))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.code()).isEqualTo("unknown-print-run"));
    }

    private void assertFault(String body, String pointer) {
        assertThatThrownBy(() -> reprint(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.faults().get(0).pointer()).isEqualTo(pointer));
    }

    private List<String> reprint(String body) {
        return order(1, body);
    }

    private List<String> order(int run, String body) {
        return new TestReprints(shop.tables, shop.database, PrintShop.SETTINGS, shop.clock).order(run, body);
    }

    @Test
    void people_are_forgotten_when_everything_has_been_said_for_long_and_not_before() throws IOException {
        var all = new StringBuilder("piece,status,at\n");
        List.of(ONE, TWO, THREE).forEach(piece -> all.append(piece).append(",mailed,2026-11-27\n"));
        shop.respond("a.csv", all.toString());
        shop.clock.pass(Duration.ofDays(91));
        shop.expiry().run();
        assertThat(shop.get("select count(*) from print_letter")).containsExactly("5");

        shop.respond("b.csv", "piece,status,at\n%s,mailed,2026-11-27\n".formatted(PieceId.of(1, 4)));
        shop.expiry().run();

        assertThat(shop.get("select count(*) from print_letter")).containsExactly("0");
        assertThat(shop.get("select count(*) from print_piece")).containsExactly("0");
        assertThat(shop.get("select letters, pieces, wiped_at is not null from print_run"))
                .containsExactly("5 4 t");
        assertThatThrownBy(() -> reprint("{\"pieces\": [\"%s\"]}".formatted(ONE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wiped -> assertThat(wiped.code()).isEqualTo("print-run-data-deleted"));
    }
}
