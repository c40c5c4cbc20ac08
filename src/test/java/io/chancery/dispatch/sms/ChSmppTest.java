package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.GenericNack;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.util.TlvUtil;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.sms.RecordingReceipts.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another implementation of SMPP than the one we use reads in what we send, and what we read in what it sends. */
class ChSmppTest {

    private static final byte DELIVERED = SmppConstants.STATE_DELIVERED;
    private static final int CONCATENATION_HEADER = 6;

    private final ChSmppPair pair = new ChSmppPair();
    private final ChSmppServer smsc = pair.smsc;

    @AfterEach
    void close() {
        pair.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'Rechnung über 1.234,56 € {liegt} [bereit]~ Straße ÄÖÜ @£$¥ ΔΦ ñ à',1,1",
        "'Rechnung über 1.234,56 € {liegt} [bereit]~ Straße ÄÖÜ @£$¥ ΔΦ ñ à',7,4",
        "Жизнь 🌳 zł,1,1",
        "Жизнь 🌳 zł,19,4"
    })
    void it_reads_the_text_that_was_sent(String text, int copies, int parts) {
        assertThat(pair.send(text.repeat(copies))).isInstanceOf(Accepted.class);

        assertThat(smsc.submitted).hasSize(parts);
        assertThat(textOf(smsc.submitted)).isEqualTo(text.repeat(copies));
    }

    @Test
    void addresses_and_wishes_stand_where_it_looks_for_them() throws Exception {
        var delivery = UUID.fromString("0198c0de-0000-7000-8000-00000000beef");

        pair.send("Guten Tag", delivery, 1);

        var text = smsc.submitted.get(0);
        assertThat(text.getSourceAddress()).usingRecursiveComparison().isEqualTo(ChSmppServer.NAME);
        assertThat(text.getDestAddress()).usingRecursiveComparison().isEqualTo(ChSmppServer.PHONE);
        assertThat(text.getRegisteredDelivery()).isEqualTo(SmppConstants.REGISTERED_DELIVERY_SMSC_RECEIPT_REQUESTED);
        assertThat(text.getEsmClass()).isZero();
        assertThat(ChSmppServer.referenceOf(text)).isEqualTo((short) 0xbeef);
    }

    @Test
    void answers_may_come_in_another_order_than_the_texts() {
        int window = 5;
        var open = new CopyOnWriteArrayList<Runnable>();
        smsc.script = (text, session) -> {
            open.add(() -> ChSmppServer.answer(session, ChSmppServer.accepted(text, "id-" + textOf(List.of(text)))));
            return null;
        };

        var outcomes = IntStream.range(0, window)
                .mapToObj(number -> pair.sendAside("text " + number, UUID.randomUUID()))
                .toList();
        await().until(() -> open.size() == window);
        var backwards = new ArrayList<>(open);
        Collections.reverse(backwards);
        backwards.forEach(Runnable::run);

        for (int number = 0; number < window; number++) {
            assertThat(outcomes.get(number).join()).isEqualTo(new Accepted("id-text " + number));
        }
    }

    @Test
    void one_that_gets_too_much_is_spared() {
        smsc.script = (text, session) -> ChSmppServer.refused(text, SmppConstants.STATUS_THROTTLED);

        assertThat(pair.send("Guten Tag")).isInstanceOfSatisfying(Temporary.class, outcome -> {
            assertThat(outcome.code()).isEqualTo("ESME_RTHROTTLED");
            assertThat(outcome.pause()).isPositive();
        });
        assertThat(smsc.submitted).hasSize(1);
    }

    @Test
    void a_later_part_that_is_too_much_waits_and_is_the_only_one_to_come_again() {
        smsc.script = (text, session) -> smsc.submitted.size() == 2
                ? ChSmppServer.refused(text, SmppConstants.STATUS_THROTTLED)
                : smsc.taken(text);

        assertThat(pair.send("x".repeat(400))).isEqualTo(new Accepted("101,102,103"));

        assertThat(smsc.submitted)
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 1, (byte) 2, (byte) 2, (byte) 3);
    }

    @Test
    void a_number_that_is_none_is_refused_for_good() {
        smsc.script = (text, session) -> ChSmppServer.refused(text, SmppConstants.STATUS_INVDSTADR);

        assertThat(pair.send("Guten Tag"))
                .isEqualTo(new Permanent("ESME_RINVDSTADR", "The SMSC refused the text.", true));
    }

    @Test
    void a_nack_without_any_more_is_an_answer_too() {
        smsc.script = (text, session) -> {
            var nack = new GenericNack();
            nack.setSequenceNumber(text.getSequenceNumber());
            nack.setCommandStatus(SmppConstants.STATUS_THROTTLED);
            return nack;
        };

        assertThat(pair.send("Guten Tag"))
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("ESME_RTHROTTLED"));
    }

    @Test
    void receipts_name_the_text_by_its_id() throws Exception {
        var first = ((Accepted) pair.send("Guten Tag")).reference();
        var second = ((Accepted) pair.send("Guten Tag")).reference();

        assertThat(smsc.deliver(ChSmppServer.receipt(second, SmppConstants.STATE_UNDELIVERABLE, 1)))
                .isEqualTo(SmppConstants.STATUS_OK);
        assertThat(smsc.deliver(ChSmppServer.receipt(first, DELIVERED, 0))).isEqualTo(SmppConstants.STATUS_OK);

        assertThat(pair.receipts.entries)
                .containsExactly(
                        new Entry(second, false, "nobody-there UNDELIV 001"), new Entry(first, true, "DELIVRD"));
    }

    @Test
    void a_receipt_may_say_all_in_parameters() throws Exception {
        var reference = ((Accepted) pair.send("Guten Tag")).reference();
        var receipt = ChSmppServer.receipt("", DELIVERED, 0);
        receipt.setShortMessage(new byte[0]);
        receipt.addOptionalParameter(
                TlvUtil.createNullTerminatedStringTlv(SmppConstants.TAG_RECEIPTED_MSG_ID, reference));
        receipt.addOptionalParameter(new Tlv(SmppConstants.TAG_MSG_STATE, new byte[] {DELIVERED}));

        assertThat(smsc.deliver(receipt)).isEqualTo(SmppConstants.STATUS_OK);

        assertThat(pair.receipts.entries).containsExactly(new Entry(reference, true, "DELIVRD"));
    }

    @Test
    void a_receipt_may_overtake_the_answer() {
        smsc.script = (text, session) -> {
            pair.others.execute(() -> {
                smsc.deliver(ChSmppServer.receipt("4711", DELIVERED, 0));
                ChSmppServer.answer(session, ChSmppServer.accepted(text, "4711"));
            });
            return null;
        };

        assertThat(pair.send("Guten Tag")).isEqualTo(new Accepted("4711"));

        assertThat(pair.receipts.entries).containsExactly(new Entry("4711", true, "DELIVRD"));
    }

    @Test
    void what_is_not_recorded_or_is_no_receipt_is_not_confirmed() {
        pair.send("Guten Tag");
        pair.receipts.failures.set(1);
        assertThat(smsc.deliver(ChSmppServer.receipt("101", DELIVERED, 0))).isEqualTo(SmppConstants.STATUS_X_T_APPN);

        var customersText = ChSmppServer.receipt("101", DELIVERED, 0);
        customersText.setEsmClass((byte) 0);
        assertThat(smsc.deliver(customersText)).isEqualTo(SmppConstants.STATUS_X_P_APPN);

        assertThat(pair.receipts.entries).isEmpty();
    }

    @Test
    void receipts_that_wait_for_the_database_hold_up_no_answer_and_are_no_more_than_agreed() {
        var database = new CompletableFuture<Void>();
        pair.desk = (reference, delivered, code, at) -> database.join();
        pair.send("Guten Tag");

        var answers = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> ChSmppServer.receipt("" + number, DELIVERED, 0))
                .map(receipt -> CompletableFuture.supplyAsync(() -> smsc.deliver(receipt), pair.others))
                .toList();
        await().until(() -> answers.stream().anyMatch(CompletableFuture::isDone));

        assertThat(pair.send("Guten Tag")).isInstanceOf(Accepted.class);
        database.complete(null);
        assertThat(answers.stream().map(CompletableFuture::join).sorted())
                .hasSize(11)
                .startsWith(SmppConstants.STATUS_OK)
                .endsWith(SmppConstants.STATUS_OK, SmppConstants.STATUS_THROTTLED);
    }

    /** As a phone would, but for the order: that is the one in which the parts came. */
    private static String textOf(List<SubmitSm> parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var octets = part.getShortMessage();
            int header = parts.size() == 1 ? 0 : CONCATENATION_HEADER;
            if (header > 0) {
                assertThat(part.getEsmClass()).isEqualTo(SmppConstants.ESM_CLASS_UDHI_MASK);
                assertThat(octets).startsWith(5, 0, 3, parts.get(0).getShortMessage()[3], parts.size(), i + 1);
            }
            var alphabet = part.getDataCoding() == SmppConstants.DATA_CODING_UCS2
                    ? CharsetUtil.CHARSET_UCS_2
                    : CharsetUtil.CHARSET_GSM;
            text.append(CharsetUtil.decode(Arrays.copyOfRange(octets, header, octets.length), alphabet));
        }
        return text.toString();
    }
}
