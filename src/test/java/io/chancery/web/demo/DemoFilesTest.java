package io.chancery.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:30:12.345Z"), ZoneOffset.UTC);

    /** A telephone number in any of the ways in which the sources write it; what follows country code and zero. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<=[;,])(?:\\+49 ?(?:\\(0\\))?|0049 |\\(0|0)(\\d{2,3}[)/ -]*[\\d ]{6,9})(?=[;,])");

    private final DemoText text = new DemoText(new ObjectMapper(), CLOCK);

    private static String records(String source) {
        try (var content = DemoFiles.records(source)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> messages() {
        return DemoFiles.messages().stream()
                .map(line -> text.json(line, Map.of()))
                .toList();
    }

    @Test
    void there_are_twenty_messages_of_four_templates_and_each_has_its_own_reference() {
        assertThat(messages())
                .extracting(message -> message.path("reference").asText())
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(messages().stream()
                        .map(message -> message.path("template").asText())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("invoice", "payment-reminder", "contract-change", "newsletter-winter");
    }

    @Test
    void every_customer_of_a_message_is_in_the_extract_of_its_source() {
        assertThat(messages()).allSatisfy(message -> {
            var customer = message.path("customer");
            var separator = customer.path("source").asText().equals("billing") ? ";" : ",";
            assertThat(records(customer.path("source").asText()))
                    .contains("\n" + customer.path("record").asText() + separator);
        });
    }

    @Test
    void no_address_or_number_can_be_anybodys() {
        var mail = Pattern.compile("@(?!example\\.(org|com|net)\\b)", Pattern.CASE_INSENSITIVE);
        // The ranges that the German regulator keeps free for films and books.
        var fictional = Set.of("17139200", "3023125");

        assertThat(DemoFiles.SOURCES).allSatisfy(source -> {
            assertThat(mail.matcher(records(source)).find()).isFalse();
            assertThat(NUMBER.matcher(records(source)).results().map(DemoFilesTest::national))
                    .allMatch(number -> fictional.stream().anyMatch(number::startsWith));
        });
    }

    private static String national(MatchResult written) {
        return written.group(1).replaceAll("\\D", "");
    }

    @Test
    void marks_become_dates_around_today() {
        assertThat(text.fill("{today} {today+14} {today-1} {now+50} {number} {unknown}", Map.of("number", "R-1")))
                .isEqualTo("2026-11-22 2026-12-06 2026-11-21 2026-11-22T03:31:02 R-1 {unknown}");
    }

    @Test
    void the_invoice_to_send_by_hand_has_its_own_number_and_customer() {
        var invoice = text.json(DemoFiles.invoice(), Map.of("number", "R-9", "source", "crm", "record", "7"));

        assertThat(invoice.at("/data/number").asText()).isEqualTo("R-9");
        assertThat(invoice.at("/customer/record").asText()).isEqualTo("7");
        assertThat(invoice.toString()).doesNotContain("{today").doesNotContain("{number");
    }
}
