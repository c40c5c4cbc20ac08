package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.sms.RecordingReceipts.Entry;
import io.chancery.dispatch.sms.SmscServer.Login;
import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.dispatch.sms.smsc.ReceivedText;
import io.chancery.dispatch.sms.smsc.SmscStandIn;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmscStandInTest {

    private final SmscStandIn smsc = SmscStandIn.start(0, 5, Duration.ofMillis(20), Clock.systemUTC());
    private final RecordingReceipts receipts = new RecordingReceipts();
    private final SmppSmsc adapter = adapter(receipts);

    @AfterEach
    void close() {
        adapter.close();
        smsc.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guten Tag, Ihre Rechnung über 1.234,56 € {liegt} [bereit]~",
                "Straße ÄÖÜß @£$¥ ΔΦ ñ à",
                "Жизнь 🌳 zł",
            })
    void a_phone_shows_what_was_sent_in_one_part_or_many(String text) {
        for (int copies : new int[] {1, 7}) {
            assertThat(send("+491713920000", text.repeat(copies))).isInstanceOf(Accepted.class);

            assertThat(smsc.texts().get(0).text()).isEqualTo(text.repeat(copies));
        }
        assertThat(smsc.texts()).extracting(ReceivedText::from).containsOnly("Lindenwerk");
        assertThat(smsc.texts()).extracting(ReceivedText::to).containsOnly("+491713920000");
    }

    @Test
    void only_the_newest_texts_stay() {
        for (int number = 0; number < 9; number++) {
            send("+491713920000", "text " + number);
        }

        assertThat(smsc.texts())
                .extracting(ReceivedText::text)
                .containsExactly("text 8", "text 7", "text 6", "text 5", "text 4");
        assertThat(smsc.taken()).isEqualTo(9);
    }

    @Test
    void every_part_is_confirmed_under_its_own_id() {
        var outcome = (Accepted) send("+491713920000", "x".repeat(400));

        var ids = outcome.reference().split(",");
        assertThat(ids).hasSize(3);
        await().untilAsserted(() ->
                assertThat(receipts.entries).extracting(Entry::reference).containsExactlyInAnyOrder(ids));
        assertThat(receipts.entries).allMatch(Entry::delivered);
    }

    @Test
    void some_receipts_overtake_the_answer() {
        var early = new ArrayList<String>();
        for (int number = 0; number < 32; number++) {
            var reference = ((Accepted) send("+491713920000", "text")).reference();
            if (receipts.entries.stream().anyMatch(entry -> entry.reference().equals(reference))) {
                early.add(reference);
            }
        }

        assertThat(early).hasSizeGreaterThanOrEqualTo(2);
        await().untilAsserted(() -> assertThat(receipts.entries).hasSize(32));
    }

    @Test
    void a_receipt_that_we_cannot_record_comes_again_until_we_can() {
        receipts.failures.set(3);

        send("+491713920000", "text");

        await().untilAsserted(() -> assertThat(receipts.entries).hasSize(1));
        assertThat(receipts.failures.get()).isNegative();
    }

    @Test
    void receipts_wait_while_nobody_is_bound() {
        var later = new RecordingReceipts();
        var shortLived = adapter((reference, delivered, code, at) -> {
            throw new IllegalStateException("not now");
        });
        var rendition = rendition("+491713920000", "text");
        adapter.close();
        shortLived.send(new Handover(UUID.randomUUID(), 1, false, rendition, () -> {}));
        shortLived.close();

        var next = adapter(later);

        await().untilAsserted(() -> assertThat(later.entries).hasSize(1));
        next.close();
    }

    @Test
    void magic_numbers_play_failures() {
        assertThat(send(MagicNumber.INVALID.number(), "a")).isInstanceOf(Permanent.class);
        assertThat(send(MagicNumber.THROTTLED.number(), "a")).isInstanceOf(Temporary.class);
        assertThat(send(MagicNumber.UNDELIVERABLE.number(), "a")).isInstanceOf(Accepted.class);
        await().untilAsserted(() -> assertThat(receipts.entries)
                .extracting(Entry::code, Entry::delivered)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("nobody-there UNDELIV 001", false)));
        assertThat(send(MagicNumber.CUT.number(), "a")).isInstanceOf(Uncertain.class);
    }

    @Test
    void a_taken_port_is_no_obstacle() {
        try (var second = SmscStandIn.start(smsc.port(), 5, Duration.ZERO, Clock.systemUTC())) {
            assertThat(second.port()).isNotEqualTo(smsc.port());
        }
    }

    private SmppSmsc adapter(Receipts receipts) {
        var server = new SmscServer(SmscStandIn.HOST, smsc.port(), new Login("chancery", "", ""), null);
        var adapter = new SmppSmsc(
                "test",
                SmsSettings.with(Map.of("first-reconnect-after", "50ms")),
                server,
                SmsSettings.ENDPOINT,
                receipts,
                Clock.systemUTC());
        adapter.start();
        return adapter;
    }

    private DeliveryOutcome send(String to, String text) {
        return adapter.send(new Handover(UUID.randomUUID(), 1, false, rendition(to, text), () -> {}));
    }

    private static Rendition.Text rendition(String to, String text) {
        return new Rendition.Text(text.getBytes(StandardCharsets.UTF_8), Map.of("from", "Lindenwerk", "to", to));
    }
}
