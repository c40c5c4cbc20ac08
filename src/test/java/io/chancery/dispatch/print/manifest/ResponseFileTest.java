package io.chancery.dispatch.print.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.print.manifest.Response.Reason;
import io.chancery.dispatch.print.manifest.Response.Status;
import io.chancery.dispatch.print.manifest.ResponseFile.BadRow;
import io.chancery.dispatch.print.piece.PieceId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFileTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PieceId ONE = PieceId.of(17, 1);
    private static final PieceId TWO = PieceId.of(17, 2);
    private static final Instant TEN = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void a_printer_says_what_became_of_each_piece() {
        var file = read("""
                piece,status,at,reason
                %s,mailed,2026-11-27T10:00:00+01:00,
                %s,RETURNED,2026-11-27T09:00:00Z,moved
                %s,rejected,2026-11-27T09:00:00Z,"sheet 2, damaged"
                """.formatted(ONE, TWO, ONE));

        assertThat(file.badRows()).isEmpty();
        assertThat(file.responses())
                .containsExactly(
                        new Response(ONE, Status.MAILED, TEN, null, ""),
                        new Response(TWO, Status.RETURNED, TEN, Reason.MOVED, "moved"),
                        new Response(ONE, Status.REJECTED, TEN, null, "sheet 2, damaged"));
    }

    @Test
    void columns_stand_in_any_order_and_semicolons_do_too() {
        var file = read("\n At ;Reason;STATUS;piece;tray\n2026-11-27T10:00;;mailed;%s;4\n".formatted(ONE));

        assertThat(file.responses()).containsExactly(new Response(ONE, Status.MAILED, TEN, null, ""));
    }

    @Test
    void every_row_that_says_nothing_is_reported_with_its_line_and_the_others_are_read() {
        var file = read("""
                piece,status,at,reason
                17-000001-?,mailed,2026-11-27T09:00:00Z,
                %1$s,lost,2026-11-27T09:00:00Z,

                %1$s,mailed,yesterday,
                %1$s,mailed,2026-11-27T09:00:00Z
                %1$s,mailed,2026-11-27T09:00:00Z,"open
                %1$s,mailed,2026-11-27T09:00:00Z,
                """.formatted(ONE));

        assertThat(file.responses()).containsExactly(new Response(ONE, Status.MAILED, TEN, null, ""));
        assertThat(file.badRows())
                .containsExactly(
                        new BadRow(2, "Not a piece id: run, number and check character"),
                        new BadRow(3, "The status is not mailed, returned or rejected"),
                        new BadRow(5, "The time is not ISO 8601"),
                        new BadRow(6, "The row has 3 fields and the header 4"),
                        new BadRow(7, "A quote is not closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "piece,status\n", "piece,status,at,at\n", "\"piece,status,at\n", "nonsense"})
    void a_file_without_a_header_is_one_bad_row(String text) {
        var file = read(text);

        assertThat(file.responses()).isEmpty();
        assertThat(file.badRows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-address, UNKNOWN_ADDRESS",
        "Moved, MOVED",
        "refused, REFUSED",
        "deceased, DECEASED",
        "damaged, DAMAGED",
        "other, OTHER",
        "Empfänger verzogen, OTHER",
        "'', OTHER"
    })
    void a_reason_without_a_code_is_another_one_and_stays_readable(String written, Reason reason) {
        var file = read("piece,status,at,reason\n%s,returned,2026-11-27,%s\n".formatted(ONE, written));

        assertThat(file.responses())
                .containsExactly(
                        new Response(ONE, Status.RETURNED, Instant.parse("2026-11-26T23:00:00Z"), reason, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void it_is_read_in_whatever_encoding_it_comes(String encoding) {
        var mark = encoding.startsWith("UTF") ? "\uFEFF" : "";
        var text =
                mark + "piece;status;at;reason\r\n%s;returned;2026-11-27T10:00;Empfänger verzogen\r\n".formatted(ONE);

        var file = ResponseFile.read(text.getBytes(Charset.forName(encoding)), BERLIN);

        assertThat(file.badRows()).isEmpty();
        assertThat(file.responses())
                .containsExactly(new Response(ONE, Status.RETURNED, TEN, Reason.OTHER, "Empfänger verzogen"));
    }

    @Test
    void json_says_the_same() {
        var file = read("""
                [
                  {"piece": "%s", "status": "mailed", "at": "2026-11-27T09:00:00Z", "reason": null},
                  {"piece": "%s", "status": "returned", "at": "2026-11-27T09:00:00Z", "reason": "deceased"},
                  {"status": "mailed"},
                  42
                ]
                """.formatted(ONE, TWO));

        assertThat(file.responses())
                .containsExactly(
                        new Response(ONE, Status.MAILED, TEN, null, ""),
                        new Response(TWO, Status.RETURNED, TEN, Reason.DECEASED, "deceased"));
        assertThat(file.badRows())
                .containsExactly(
                        new BadRow(4, "Not a piece id: run, number and check character"),
                        new BadRow(5, "The row is not an object"));
    }

    @Test
    void json_that_breaks_off_says_so() {
        var file = read("[\n{\"piece\": \"%s\", \"status\": \"mailed\", \"at\": \"2026-11-27T09:00:00Z\"},\n{\"pi"
                .formatted(ONE));

        assertThat(file.responses()).hasSize(1);
        assertThat(file.badRows()).containsExactly(new BadRow(3, "Not JSON from here on; nothing below was read"));
    }

    @Test
    void every_filled_line_is_a_response_or_bad() {
        var random = new Random(1);
        var pieces = "%s,mailed,2026-11-27\n\n\r\"[{}]:; \u0000é".formatted(ONE);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder("%s,mailed,2026-11-27\n".formatted(ONE));
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            var file = read("piece,status,at\n" + text);

            assertThat(file.responses().size() + file.badRows().size()).isEqualTo((int)
                    text.toString().lines().filter(line -> !line.isBlank()).count());
        }
    }

    @Test
    void broken_json_is_read_to_its_end() {
        var random = new Random(1);
        var pieces = "{\"piece\":[]},7n \u0000é";
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder("[");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            assertThat(read(text.toString()).responses()).isEmpty();
        }
    }

    private static ResponseFile read(String text) {
        return ResponseFile.read(text.getBytes(StandardCharsets.UTF_8), BERLIN);
    }
}
