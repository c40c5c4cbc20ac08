package io.chancery.message.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Rendition;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedOutcomeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "email|delivered@example.org|{}|DELIVERED_AND_CONFIRMED",
                "email|erika@example.org|{}|DELIVERED_AND_CONFIRMED",
                "email|Bounced@example.org|{}|BOUNCED",
                "email|silent@example.org|{}|SILENT",
                "email|returned@example.org|{}|CAME_BACK",
                "email|refused@example.org|{}|REFUSED",
                "email|delayed@example.org|{}|DELAYED",
                "email|unreachable@example.org|{}|UNREACHABLE",
                "email|uncertain@example.org|{}|UNKNOWN",
                "sms|+491713920001|{}|BOUNCED",
                "sms|+491713920002|{}|CAME_BACK",
                "sms|+491713920003|{}|SILENT",
                "sms|+491713920010|{}|REFUSED",
                "sms|+491713920011|{}|UNREACHABLE",
                "sms|+491713920012|{}|UNKNOWN",
                "sms|+491713920013|{}|UNKNOWN",
                "sms|+491713920978|{}|DELIVERED_AND_CONFIRMED",
                "print|Weg 1, 10115 Berlin|{}|DELIVERED_AND_CONFIRMED",
                "print|Weg 1, 10115 Berlin|{'simulate': 'returned'}|CAME_BACK",
                "print|Weg 1, 10115 Berlin|{'simulate': {'email': 'bounced'}}|DELIVERED_AND_CONFIRMED",
                "email|bounced@example.org|{'simulate': {'email': 'delayed'}}|DELAYED",
                "email|erika@example.org|{'simulate': 7}|DELIVERED_AND_CONFIRMED",
            })
    void the_metadata_say_what_happens_and_else_the_recipient(
            String channel, String to, String metadata, SimulatedOutcome expected) throws JsonProcessingException {
        var rendition = new Rendition.Text(new byte[0], Map.of("to", to));

        var outcome = SimulatedOutcome.of(
                new Channel(channel), rendition, new ObjectMapper().readTree(metadata.replace('\'', '"')));

        assertThat(outcome).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void every_outcome_but_the_unknown_is_an_end(SimulatedOutcome outcome) {
        var status = DeliveryStatus.QUEUED;
        for (var kind : Stream.concat(outcome.handover(false).stream(), outcome.receipt().stream())
                .toList()) {
            status = kind.after(status);
        }

        assertThat(status.isFinal()).isEqualTo(outcome != SimulatedOutcome.UNKNOWN);
    }
}
