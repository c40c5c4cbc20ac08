package io.chancery.message.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chancery.platform.Fault;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveQueryTest {

    private static ArchiveQuery read(String text) {
        return ArchiveQuery.read(text, Map.of());
    }

    private static List<String> faults(String text) {
        return faults(text, Map.of());
    }

    private static List<String> faults(String text, Map<QueryKey, String> parameters) {
        var refused = catchThrowableOfType(InvalidSearchException.class, () -> ArchiveQuery.read(text, parameters));
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .toList();
    }

    @Test
    void terms_have_keys_and_values_and_words_stand_alone() {
        var ucid = Ucid.ofNumber(17);

        var query = read(
                "customer:%s channel:sms STATUS:failed text:\"Ihre Rechnung\" -channel:email Müller from:2026-01-01"
                        .formatted(ucid.text().toLowerCase()));

        assertThat(query.terms())
                .containsExactly(
                        new QueryTerm(QueryKey.CUSTOMER, ucid.text(), false, false),
                        new QueryTerm(QueryKey.CHANNEL, "sms", false, false),
                        new QueryTerm(QueryKey.STATUS, "failed", false, false),
                        new QueryTerm(QueryKey.TEXT, "Ihre Rechnung", true, false),
                        new QueryTerm(QueryKey.CHANNEL, "email", false, true),
                        new QueryTerm(QueryKey.TEXT, "Müller", false, false),
                        new QueryTerm(QueryKey.FROM, "2026-01-01T00:00:00Z", false, false));
        assertThat(query.namesCustomer()).isTrue();
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThat(faults("from:2026-12-31 to:2026-01-01")).containsExactly("/to is before from");
        assertThat(read("from:2026-01-01 to:2026-01-01").terms()).hasSize(2);
    }

    @Test
    void what_is_wrong_in_a_body_is_pointed_at_there() {
        var refused = catchThrowableOfType(
                InvalidSearchException.class, () -> ArchiveQuery.ofBody("kanal:sms", Map.of(QueryKey.FROM, "gestern")));

        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/query");
    }

    @Test
    void a_day_counts_to_its_end() {
        var query = read("from:2026-01-31T08:00:00+01:00 to:2026-02-28");

        assertThat(query.findInstant(QueryKey.FROM)).contains(Instant.parse("2026-01-31T07:00:00Z"));
        assertThat(query.findInstant(QueryKey.TO)).contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void quotes_hold_blanks_colons_and_each_other() {
        var query = read("reference:\"R 1\" \"um 10:30\" text:\"sagt \\\"nein\\\"\" 10:30");

        assertThat(query.terms())
                .extracting(QueryTerm::value)
                .containsExactly("R 1", "um 10:30", "sagt \"nein\"", "10:30");
    }

    @Test
    void a_minus_inside_of_a_word_excludes_nothing() {
        assertThat(faults("a-b - c")).containsExactly("/q at character 5: text has no letter and no digit");
        assertThat(read("a-b -c").terms()).extracting(QueryTerm::excluded).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chanel:sms|/q at character 1: this is no key",
                "ä \"offen|/q at character 3: this quote has no end",
                "𝒳 status:lost|/q at character 10: status must be one of accepted, rendered",
                "customer:4KT|/q at character 10: customer is not a UCID",
                "version:0|/q at character 9: version is not the number",
                "from:gestern|/q at character 6: from is neither a day",
                "from:+999999999-01-01|/q at character 6: from is neither a day",
                "to:9999-12-31|/q at character 4: to is neither a day",
                "reference:|/q at character 11: reference must have 1 to 300",
                "-customer:4KT-9QX-RM7|/q at character 1: customer cannot be excluded",
                "text:…|/q at character 6: text has no letter",
                "recipient:\"—\"|/q at character 11: recipient is no mail address"
            })
    void what_is_wrong_is_told_with_its_place(String text, String fault) {
        assertThat(faults(text)).anyMatch(told -> told.startsWith(fault));
    }

    @Test
    void who_knows_no_key_is_told_all_of_them() {
        assertThat(faults("kanal:sms").get(0))
                .contains("customer, source, record")
                .contains("provider-id");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(faults("status:lost version:x")).hasSize(2);
        assertThat(faults("", Map.of(QueryKey.STATUS, "lost", QueryKey.CLASS, "x")))
                .hasSize(2);
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertThat(faults("channel:sms", Map.of(QueryKey.CHANNEL, "email")))
                .containsExactly("/channel is asked for twice");
        assertThat(faults("source:crm")).containsExactly("/record source and record go together");
    }

    @Test
    void no_query_is_longer_than_a_page() {
        assertThat(faults("a".repeat(1001))).hasSize(1);
        assertThat(faults("a ".repeat(31)).get(0)).contains("more than 30 terms");
    }

    @Test
    void no_control_character_and_no_half_character_gets_through() {
        assertThat(faults("reference:a\u0000b").get(0)).contains("control character");
        assertThat(faults("reference:a\uD800b").get(0)).contains("control character");
    }

    /** Whatever is typed is understood, or refused with places that lie in it. */
    @Test
    void nothing_that_is_typed_breaks_it() {
        var pieces = List.of(
                "\"",
                "\\",
                ":",
                "-",
                " ",
                "\t",
                "text:",
                "status:",
                "from:",
                "2026-01-01",
                "version:",
                "99999999999",
                "ü",
                "\uD835\uDCB3",
                "\uD800",
                "\u0000",
                "\u200B",
                "'",
                ";",
                "--",
                "%",
                "sms",
                "channel:",
                "recipient:",
                "@",
                "+49",
                "run:",
                "1-1-1-1-1",
                "customer:",
                "REASON:",
                "T",
                "Z",
                "&",
                "|",
                "!",
                "<->",
                "(",
                ":*");
        var random = new Random(6);
        int understood = 0;
        for (int round = 0; round < 100_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            understood += isUnderstood(text.toString()) ? 1 : 0;
        }
        assertThat(understood).isBetween(5_000, 95_000);
    }

    private static boolean isUnderstood(String text) {
        try {
            ArchiveQuery.read(text, Map.of());
            return true;
        } catch (InvalidSearchException e) {
            assertThat(e.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(place(fault)).isBetween(0, text.length() + 1));
            return false;
        }
    }

    private static int place(Fault fault) {
        var detail = fault.detail();
        return detail.startsWith("at character ") ? Integer.parseInt(detail.substring(13, detail.indexOf(':'))) : 0;
    }
}
