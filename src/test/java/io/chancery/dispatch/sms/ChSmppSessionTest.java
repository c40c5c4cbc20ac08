package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.BindTransceiver;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.pdu.Unbind;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a session with another implementation of SMPP than the one we use begins, lasts and ends. */
class ChSmppSessionTest {

    private final ChSmppPair pair = new ChSmppPair();
    private final ChSmppServer smsc = pair.smsc;

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void it_binds_both_ways_and_says_goodbye() {
        pair.send("Guten Tag");

        var bind = smsc.knocks.get(0).bind();
        assertThat(bind).isInstanceOf(BindTransceiver.class);
        assertThat(List.of(bind.getSystemId(), bind.getPassword(), bind.getSystemType()))
                .containsExactly("chancery", "secret", "letters");
        assertThat(bind.getInterfaceVersion()).isEqualTo(SmppConstants.VERSION_3_4);

        pair.adapter().close();

        await().until(smsc.sessions::isEmpty);
        assertThat(smsc.goodbyes).hasValue(1);
    }

    @Test
    void a_wrong_password_opens_nothing_and_is_tried_less_and_less_often() {
        smsc.password = "another";

        assertThat(pair.send("Guten Tag"))
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("not-bound"));
        assertThat(pair.journal).hasValue(0);
        await().until(() -> smsc.knocks.size() >= 4);
        for (int i = 1; i < 4; i++) {
            long pause = smsc.knocks.get(i).nanos() - smsc.knocks.get(i - 1).nanos();
            assertThat(Duration.ofNanos(pause)).isGreaterThanOrEqualTo(Duration.ofMillis(100L << i - 1));
        }

        smsc.password = "secret";

        await().untilAsserted(() -> assertThat(pair.send("Guten Tag")).isInstanceOf(Accepted.class));
    }

    @Test
    void it_says_why_it_does_not_bind() {
        smsc.password = "another";
        var config = SmsSettings.with(pair.settings);

        for (int i = 0; i < 10; i++) {
            var connection = new SmppConnection(
                    pair.server(), config, new ReceiptDesk(pair.receipts, config, Clock.systemUTC()));
            assertThatThrownBy(() -> connection.bind(pair.server(), config)).hasMessageContaining("Invalid Password");
        }
    }

    @Test
    void each_side_asks_whether_the_other_is_there() throws Exception {
        pair.settings.put("enquire-link", "200ms");
        pair.adapter();

        await().until(() -> smsc.enquiries.get() >= 2);
        assertThat(smsc.ask(new EnquireLink()).getCommandStatus()).isEqualTo(SmppConstants.STATUS_OK);
        assertThat(smsc.knocks).hasSize(1);
    }

    @Test
    void one_that_is_not_there_any_more_is_left_for_a_new_session() {
        pair.settings.putAll(Map.of("enquire-link", "200ms", "response-timeout", "300ms"));
        smsc.answersEnquiries = false;
        pair.adapter();

        await().until(() -> smsc.knocks.size() >= 2);
        smsc.answersEnquiries = true;

        await().untilAsserted(() -> assertThat(pair.send("Guten Tag")).isInstanceOf(Accepted.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "unbind and close", "unbind and wait"})
    void a_session_that_ends_in_mid_air_leaves_doubt_and_is_replaced(String end) throws Exception {
        smsc.script = (text, session) -> null;
        var delivery = UUID.randomUUID();
        var outcome = pair.sendAside("Guten Tag", delivery);
        await().until(() -> smsc.submitted.size() == 1);
        var before = smsc.sessions.get(0);

        switch (end) {
            case "reset" -> smsc.cut();
            case "unbind and close" -> before.unbind(5_000);
            default -> assertThat(smsc.ask(new Unbind()).getCommandStatus()).isZero();
        }

        await().until(outcome::isDone);
        assertThat(outcome.join()).isInstanceOf(Uncertain.class);
        await().untilAsserted(() -> assertThat(smsc.sessions).hasSize(1).doesNotContain(before));
        assertThat(smsc.knocks).hasSize(2);
        assertThat(smsc.submitted).hasSize(1);

        smsc.script = (text, session) -> smsc.taken(text);
        await().untilAsserted(
                        () -> assertThat(pair.send("Guten Tag", delivery, 2)).isEqualTo(new Accepted("101")));
        assertThat(smsc.submitted).hasSize(2);
        assertThat(ChSmppServer.referenceOf(smsc.submitted.get(1)))
                .isEqualTo(ChSmppServer.referenceOf(smsc.submitted.get(0)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_end_that_follows_the_answers_does_not_overtake_them(boolean unbinds) throws Exception {
        var answers = new CopyOnWriteArrayList<Pdu>();
        smsc.script = (text, session) -> {
            answers.add(smsc.taken(text));
            return null;
        };
        var outcomes = Stream.generate(() -> pair.sendAside("Guten Tag", UUID.randomUUID()))
                .limit(10)
                .toList();
        await().until(() -> answers.size() == 10);
        if (unbinds) {
            answers.add(new Unbind());
        }

        smsc.endWith(answers);

        assertThat(outcomes).extracting(CompletableFuture::join).allMatch(Accepted.class::isInstance);
    }
}
