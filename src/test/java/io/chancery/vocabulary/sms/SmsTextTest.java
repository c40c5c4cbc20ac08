package io.chancery.vocabulary.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.vocabulary.sms.SmsText.Encoding;
import io.chancery.vocabulary.sms.SmsText.Segment;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {

    @Test
    void german_letters_and_the_euro_are_in_the_default_alphabet() {
        var sms = SmsText.of("äöüÄÖÜßÉñ§ kosten 5 €");

        assertThat(sms.encoding()).isEqualTo(Encoding.GSM_7);
        assertThat(sms.segments()).containsExactly(new Segment("äöüÄÖÜßÉñ§ kosten 5 €", 22));
    }

    @Test
    void each_character_of_the_extension_table_takes_two_septets() {
        assertThat(SmsText.of("^{}\\[]~|€").segments())
                .extracting(Segment::length)
                .containsExactly(18);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3",
        "€, 80, 1", "€, 81, 2", "€, 152, 2", "€, 153, 3",
        "ć, 70, 1", "ć, 71, 2", "ć, 134, 2", "ć, 135, 3",
        "😀, 35, 1", "😀, 36, 2", "😀, 66, 2", "😀, 67, 3"
    })
    void segments_hold_160_or_153_septets_and_70_or_67_units(String character, int times, int segments) {
        assertThat(SmsText.of(character.repeat(times)).segments()).hasSize(segments);
    }

    @Test
    void an_escape_and_its_code_stay_in_one_segment() {
        var sms = SmsText.of("a".repeat(152) + "€" + "b".repeat(20));

        assertThat(sms.segments())
                .containsExactly(new Segment("a".repeat(152), 152), new Segment("€" + "b".repeat(20), 22));
    }

    @Test
    void the_halves_of_a_surrogate_pair_stay_in_one_segment() {
        var sms = SmsText.of("ć".repeat(66) + "😀" + "ć".repeat(10));

        assertThat(sms.segments())
                .containsExactly(new Segment("ć".repeat(66), 66), new Segment("😀" + "ć".repeat(10), 12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "„Öko+“ – jetzt’s los…    | \"Öko+\" - jetzt's los...",
                "1\u00A0234,56\u202F€     | 1 234,56 €",
                "Donau\u00ADdampf\u200Bschiff\uFEFF | Donaudampfschiff",
                "20 m³ × 2 − ½            | 20 m3 x 2 - 1/2",
                "№ 5 → ﬁnal, ＡＢ, 3 ㎏    | No 5 -> final, AB, 3 kg",
                "GROẞ, OʼNeill, Lamy™     | GROSS, O'Neill, LamyTM",
                "Bu\u0308ro               | Büro",
                "a\u0000b\u001Bc\u007Fd\te | abcd e",
                "a\u202Eb\u2066c          | abc",
                "[a] (b) {c}              | [a] (b) {c}"
            })
    void what_costs_a_lot_for_nothing_is_written_plainly(String raw, String plain) {
        var sms = SmsText.of(raw);

        assertThat(sms.text()).isEqualTo(plain);
        assertThat(sms.encoding()).isEqualTo(Encoding.GSM_7);
    }

    @Test
    void every_kind_of_line_break_becomes_a_line_feed() {
        assertThat(SmsText.of("a\r\nb\rc\u2028d\u0085e").text()).isEqualTo("a\nb\nc\nd\ne");
    }

    @Test
    void the_letters_of_a_name_are_worth_their_price() {
        var sms = SmsText.of("Guten Tag, Frau Kovačević");

        assertThat(sms.text()).isEqualTo("Guten Tag, Frau Kovačević");
        assertThat(sms.encoding()).isEqualTo(Encoding.UCS_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Şahin", "Ćosić", "Erdős", "François", "Øyvind Þór", "21 °C", "10⁶", "≤ 5", "①"})
    void what_would_read_as_something_else_is_sent_as_it_is(String text) {
        assertThat(SmsText.of(text).text()).isEqualTo(text);
    }

    @Test
    void joined_emoji_stay_joined() {
        var family = "👩\u200D👧";

        assertThat(SmsText.of(family).text()).isEqualTo(family);
    }

    @Test
    void a_stray_joiner_does_not_make_a_message_dearer() {
        assertThat(SmsText.of("Auf\u200Clage").text()).isEqualTo("Auflage");
    }

    @Test
    void half_a_surrogate_pair_becomes_a_question_mark() {
        assertThat(SmsText.of("a\uD83Db").text()).isEqualTo("a?b");
    }

    @Test
    void an_empty_text_has_no_segments() {
        assertThat(SmsText.of("\u200B").segments()).isEmpty();
    }

    @Test
    void septets_are_unpacked_and_ucs_2_is_big_endian() {
        assertThat(Encoding.GSM_7.encode("@Aä€")).containsExactly(0x00, 0x41, 0x7B, 0x1B, 0x65);
        assertThat(Encoding.UCS_2.encode("ć")).containsExactly(0x01, 0x07);
    }

    @Test
    void a_character_outside_the_alphabet_is_refused_by_its_encoder() {
        assertThatThrownBy(() -> Gsm0338.encode("aç"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not in GSM 03.38: U+00E7");
    }

    @Test
    void any_text_is_cut_so_that_each_segment_fits_and_nothing_is_lost() {
        var random = new Random(338);
        for (int round = 0; round < 20_000; round++) {
            var raw = anyText(random);

            var sms = SmsText.of(raw);

            assertThat(sms.segments().stream().map(Segment::text).collect(Collectors.joining()))
                    .isEqualTo(sms.text());
            assertThat(SmsText.of(sms.text())).as("cleaning twice").isEqualTo(sms);
            sms.segments().forEach(segment -> assertThatItFits(sms, segment));
        }
    }

    private static void assertThatItFits(SmsText sms, Segment segment) {
        boolean single = sms.segments().size() == 1;
        var octets = sms.encoding().encode(segment.text());
        boolean septets = sms.encoding() == Encoding.GSM_7;
        assertThat(septets ? octets.length : octets.length / 2).isEqualTo(segment.length());
        assertThat(segment.length()).isBetween(1, septets ? (single ? 160 : 153) : (single ? 70 : 67));
        assertThat(segment.text()).as("no half pair").doesNotContainPattern("^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$");
        assertThat(new String(segment.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(segment.text());
    }

    private static String anyText(Random random) {
        var alphabets = new String[] {
            "abc xyzäöü€[]{}~^|\\\n", "abcć€😀\uD83D\u200D", "„“–\u00A0\u00AD…\t\u001B´²ﬁ\r\n", "👩👧ابپ\u200C字\u0308"
        };
        var text = new StringBuilder();
        int length = random.nextInt(400);
        var alphabet = alphabets[random.nextInt(alphabets.length)];
        for (int i = 0; i < length; i++) {
            int codePoint = random.nextInt(50) == 0
                    ? random.nextInt(Character.MAX_CODE_POINT + 1)
                    : alphabet.charAt(random.nextInt(alphabet.length()));
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }
}
