package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.sms.SmscServer.Login;
import io.chancery.dispatch.sms.smsc.ScriptedSmsc;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter.User_message_reference;
import org.jsmpp.extra.ProcessRequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppSmscTest {

    private static final String NUMBER = "+491713920000";

    private final Map<String, String> settings = new HashMap<>(Map.of("first-reconnect-after", "50ms"));
    private final AtomicInteger ids = new AtomicInteger(100);
    private final AtomicInteger journal = new AtomicInteger();
    private final RecordingReceipts receipts = new RecordingReceipts();
    private final ScriptedSmsc smsc = new ScriptedSmsc((text, session) -> "" + ids.incrementAndGet());
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable SmppSmsc adapter;

    SmppSmscTest() throws IOException {}

    @AfterEach
    void close() {
        end.countDown();
        if (adapter != null) {
            adapter.close();
        }
        smsc.close();
    }

    @Test
    void a_text_is_taken_under_the_id_that_its_receipts_will_name() {
        assertThat(send("Guten Tag")).isEqualTo(new Accepted("101"));

        var submitted = smsc.submitted.get(0);
        assertThat(submitted.getShortMessage()).isEqualTo("Guten Tag".getBytes(StandardCharsets.US_ASCII));
        assertThat(submitted.getDataCoding()).isZero();
        assertThat(submitted.isUdhi()).isFalse();
        assertThat(submitted.getDestAddress()).isEqualTo("491713920000");
        assertThat(submitted.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(submitted.getDestAddrNpi()).isEqualTo((byte) 1);
        assertThat(submitted.getRegisteredDelivery()).isEqualTo((byte) 1);
    }

    @ParameterizedTest
    @CsvSource({"Lindenwerk,5,0,Lindenwerk", "+4930123456,1,1,4930123456", "44844,3,0,44844"})
    void a_sender_is_a_name_a_number_or_a_short_code(String from, byte type, byte plan, String value) {
        send("Guten Tag", Map.of("from", from, "to", NUMBER), UUID.randomUUID());

        var submitted = smsc.submitted.get(0);
        assertThat(submitted.getSourceAddrTon()).isEqualTo(type);
        assertThat(submitted.getSourceAddrNpi()).isEqualTo(plan);
        assertThat(submitted.getSourceAddr()).isEqualTo(value);
    }

    @Test
    void parts_never_cut_a_character_of_two_septets() {
        assertThat(send("a".repeat(152) + "€" + "b".repeat(20))).isEqualTo(new Accepted("101,102"));

        var first = smsc.submitted.get(0).getShortMessage();
        var second = smsc.submitted.get(1).getShortMessage();
        assertThat(smsc.submitted).allMatch(part -> part.isUdhi() && part.getDataCoding() == 0);
        assertThat(first).hasSize(6 + 152).startsWith(5, 0, 3).containsSequence(2, 1, 'a');
        assertThat(second).hasSize(6 + 22).startsWith(5, 0, 3).containsSequence(2, 2, 0x1B, 0x65, 'b');
        assertThat(first[3]).isEqualTo(second[3]);
    }

    @Test
    void parts_never_cut_an_emoji() {
        assertThat(send("ж".repeat(66) + "🌳" + "ж".repeat(10))).isInstanceOf(Accepted.class);

        var parts = smsc.submitted.stream()
                .map(part -> new String(part.getShortMessage(), StandardCharsets.UTF_16BE).substring(3))
                .toList();
        assertThat(smsc.submitted).allMatch(part -> part.getDataCoding() == 8);
        assertThat(parts).containsExactly("ж".repeat(66), "🌳" + "ж".repeat(10));
    }

    @Test
    void a_repeat_can_be_told_by_its_reference() {
        var delivery = UUID.fromString("0198c0de-0000-7000-8000-00000000beef");

        send("x".repeat(200), envelope(NUMBER), delivery);
        send("x".repeat(200), envelope(NUMBER), delivery);

        assertThat(smsc.submitted).hasSize(4).allSatisfy(part -> {
            assertThat(part.getOptionalParameter(User_message_reference.class).getValue())
                    .isEqualTo((short) 0xbeef);
            assertThat(part.getShortMessage()[3]).isEqualTo((byte) 0xef);
        });
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SMPPConstant.STAT_ESME_RTHROTTLED,
                SMPPConstant.STAT_ESME_RMSGQFUL,
                SMPPConstant.STAT_ESME_RSYSERR,
                0x411
            })
    void a_refusal_that_may_pass_is_tried_again(int status) {
        smsc.script((text, session) -> refuse(status));

        assertThat(send("Guten Tag")).isInstanceOf(Temporary.class);
    }

    @Test
    void an_invalid_number_is_refused_for_good() {
        smsc.script((text, session) -> refuse(SMPPConstant.STAT_ESME_RINVDSTADR));

        assertThat(send("Guten Tag"))
                .isInstanceOfSatisfying(
                        Permanent.class,
                        outcome -> assertThat(outcome)
                                .isEqualTo(new Permanent("ESME_RINVDSTADR", "The SMSC refused the text.", true)));
    }

    @Test
    void the_journal_is_written_before_the_first_part_and_once() {
        smsc.script((text, session) -> "" + journal.get());

        assertThat(send("x".repeat(200))).isEqualTo(new Accepted("1,1"));
    }

    @Test
    void a_connection_cut_after_the_text_leaves_us_in_doubt_but_not_in_wait() {
        smsc.script((text, session) -> {
            session.close();
            return "1";
        });
        long start = System.nanoTime();

        assertThat(send("Guten Tag")).isInstanceOf(Uncertain.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_lost_session_is_replaced() {
        send("Guten Tag");

        smsc.cut();

        Awaitility.await().untilAsserted(() -> assertThat(send("Guten Tag")).isInstanceOf(Accepted.class));
        assertThat(smsc.binds.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void no_answer_in_time_leaves_us_in_doubt() {
        settings.put("response-timeout", "200ms");
        smsc.script((text, session) -> {
            awaitEnd();
            return "1";
        });

        assertThat(send("Guten Tag")).isInstanceOf(Uncertain.class);
    }

    @Test
    void without_a_session_nothing_is_journalled_and_nothing_sent() {
        smsc.bindStatus.set(SMPPConstant.STAT_ESME_RINVPASWD);

        assertThat(send("Guten Tag"))
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("not-bound"));
        assertThat(journal).hasValue(0);

        smsc.bindStatus.set(SMPPConstant.STAT_ESME_ROK);

        Awaitility.await().untilAsserted(() -> assertThat(send("Guten Tag")).isInstanceOf(Accepted.class));
    }

    @Test
    void a_later_part_that_is_throttled_does_not_bring_the_first_one_twice() {
        smsc.script((text, session) ->
                smsc.submitted.size() == 2 ? refuse(SMPPConstant.STAT_ESME_RTHROTTLED) : "" + smsc.submitted.size());

        assertThat(send("x".repeat(200))).isEqualTo(new Accepted("1,3"));
    }

    @Test
    void a_fragment_at_the_customers_is_not_sent_again_in_silence() {
        smsc.script((text, session) -> {
            if (smsc.submitted.size() == 2) {
                session.close();
            }
            return "1";
        });

        assertThat(send("x".repeat(200))).isInstanceOf(Uncertain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01713920000", "+49 171 3920000", "+0171392000", "+49171392000\0", "anna@example.org", ""})
    void a_number_that_is_not_e164_never_reaches_the_wire(String number) {
        var outcome = send("Guten Tag", envelope(number), UUID.randomUUID());

        assertThat(outcome).isInstanceOf(Permanent.class);
        assertThat(smsc.submitted).isEmpty();
    }

    @Test
    void a_text_that_would_change_on_the_way_is_not_sent() {
        for (var text : List.of("", "typographic – dash", "carriage\rreturn", "x".repeat(256 * 153))) {
            assertThat(send(text)).isInstanceOf(Permanent.class);
        }
        assertThat(smsc.submitted).isEmpty();
    }

    private static String refuse(int status) throws ProcessRequestException {
        throw new ProcessRequestException("as told", status);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private SmppSmsc adapter() {
        if (adapter == null) {
            var server = new SmscServer("127.0.0.1", smsc.port(), new Login("chancery", "secret", ""), null);
            adapter = new SmppSmsc(
                    "test", SmsSettings.with(settings), server, SmsSettings.ENDPOINT, receipts, Clock.systemUTC());
            adapter.start();
        }
        return adapter;
    }

    private DeliveryOutcome send(String text) {
        return send(text, envelope(NUMBER), UUID.randomUUID());
    }

    private DeliveryOutcome send(String text, Map<String, String> envelope, UUID delivery) {
        var rendition = new Rendition.Text(text.getBytes(StandardCharsets.UTF_8), envelope);
        return adapter().send(new Handover(delivery, 1, false, rendition, journal::incrementAndGet));
    }

    private static Map<String, String> envelope(String to) {
        return Map.of("from", "Lindenwerk", "to", to);
    }
}
