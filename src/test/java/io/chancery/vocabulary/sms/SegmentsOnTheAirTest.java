package io.chancery.vocabulary.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.sms.SmsText.Encoding;
import io.chancery.vocabulary.sms.SmsText.Segment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Segments checked against what they come from: the Unicode consortium's own table, and the 140 octets that a message
 * has on the air (3GPP TS 23.040 §9.2.3.16 and §9.2.3.24), counted in bits.
 */
class SegmentsOnTheAirTest {

    private static final int BITS = 140 * 8;
    private static final int HEADER_BITS = 6 * 8;
    private static final int SEPTET = 7;
    private static final int UNIT = 16;

    private static final Map<Integer, byte[]> TABLE = table();

    private static Map<Integer, byte[]> table() {
        var resource = Objects.requireNonNull(SegmentsOnTheAirTest.class.getResourceAsStream("gsm0338.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            var table = new LinkedHashMap<Integer, byte[]>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var fields = line.split(" ", 2);
                table.put(Character.codePointOf(fields[1]), HexFormat.of().parseHex(fields[0]));
            });
            return table;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_alphabet_has_every_character_of_the_table_under_its_code_and_no_other() {
        assertThat(TABLE).hasSize(127 + 9);
        for (int codePoint = 0; codePoint <= Character.MAX_VALUE; codePoint++) {
            var character = String.valueOf((char) codePoint);
            var code = TABLE.get(codePoint);

            assertThat(Gsm0338.canEncode(character)).as("U+%04X", codePoint).isEqualTo(code != null);
            if (code != null) {
                assertThat(Gsm0338.encode(character)).as("U+%04X", codePoint).isEqualTo(code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "€, 153, 3, '76,76,1'",
        "[, 80, 1, 80",
        "a, 160, 1, 160",
        "a, 459, 3, '153,153,153'",
        "a, 460, 4, '153,153,153,1'",
        "ş, 70, 1, 70",
        "ş, 134, 2, '67,67'",
        "😀, 67, 3, '33,33,1'",
    })
    void each_segment_holds_so_many_characters(String character, int times, int segments, String characters) {
        var sms = SmsText.of(character.repeat(times));

        assertThat(sms.segments()).hasSize(segments);
        assertThat(sms.segments().stream()
                        .map(segment -> String.valueOf(
                                segment.text().codePointCount(0, segment.text().length()))))
                .containsExactly(characters.split(","));
    }

    @Test
    void no_segment_is_longer_than_the_air_allows_nor_shorter_than_it_must_be() {
        var random = new Random(2338);
        for (int round = 0; round < 5_000; round++) {
            assertThatItFits(SmsText.of(anyText(random)));
        }
    }

    private static void assertThatItFits(SmsText sms) {
        int room = sms.segments().size() == 1 ? BITS : BITS - HEADER_BITS;
        Segment before = null;
        for (var segment : sms.segments()) {
            assertThat(bits(sms, segment.text())).isLessThanOrEqualTo(room);
            if (before != null) {
                int first = segment.text().codePointAt(0);
                assertThat(bits(sms, before.text() + Character.toString(first))).isGreaterThan(room);
            }
            before = segment;
        }
        if (sms.segments().size() > 1) {
            assertThat(bits(sms, sms.text())).isGreaterThan(BITS);
        }
    }

    /** Septets are packed from the next full septet after the header on, which the bits of a segment stand for here. */
    private static int bits(SmsText sms, String text) {
        if (sms.encoding() == Encoding.UCS_2) {
            return text.length() * UNIT;
        }
        return text.codePoints()
                .map(codePoint -> Objects.requireNonNull(TABLE.get(codePoint)).length * SEPTET)
                .sum();
    }

    private static String anyText(Random random) {
        var alphabet = TABLE.keySet().stream().mapToInt(Integer::intValue).toArray();
        var rare = random.nextInt(3) == 0 ? "ş😀漢" : "";
        var text = new StringBuilder();
        int length = random.nextInt(700);
        for (int i = 0; i < length; i++) {
            boolean odd = !rare.isEmpty() && random.nextInt(20) == 0;
            text.appendCodePoint(
                    odd ? rare.codePoints().toArray()[random.nextInt(3)] : alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
