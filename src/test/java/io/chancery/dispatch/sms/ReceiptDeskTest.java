package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.dispatch.sms.RecordingReceipts.Entry;
import io.chancery.dispatch.sms.smsc.ScriptedSmsc;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptDeskTest {

    private final RecordingReceipts receipts = new RecordingReceipts();

    @Test
    void a_phone_confirms() throws Exception {
        desk(Map.of())
                .onAcceptDeliverSm(receipt("id:1234567890 sub:001 dlvrd:001 submit date:2611020800 done date:2611020801"
                        + " stat:DELIVRD err:000 text:"));

        assertThat(receipts.entries).containsExactly(new Entry("1234567890", true, "DELIVRD"));
    }

    @ParameterizedTest
    @CsvSource({"UNDELIV,027,UNDELIV 027", "REJECTD,000,REJECTD", "EXPIRED,0,EXPIRED", "DELETED,,DELETED"})
    void a_text_comes_back(String state, String error, String code) throws Exception {
        desk(Map.of()).onAcceptDeliverSm(receipt("id:7 stat:" + state + (error == null ? "" : " err:" + error)));

        assertThat(receipts.entries).containsExactly(new Entry("7", false, code));
    }

    @ParameterizedTest
    @CsvSource({
        "UNDELIV,001,'001,005',nobody-there UNDELIV 001",
        "UNDELIV,1,'001,1',nobody-there UNDELIV 1",
        "UNDELIV,001,0B,UNDELIV 001",
        "EXPIRED,001,001,EXPIRED 001"
    })
    void some_errors_say_that_nobody_has_the_number(String state, String error, String unknown, String code)
            throws Exception {
        desk(Map.of("unknown-subscriber", unknown)).onAcceptDeliverSm(receipt("id:7 stat:" + state + " err:" + error));

        assertThat(receipts.entries).containsExactly(new Entry("7", false, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id:7 stat:ENROUTE", "id:7 stat:ACCEPTD", "id:7 stat:UNKNOWN", "id:7", "stat:DELIVRD", "", "??"})
    void what_settles_nothing_is_confirmed_and_forgotten(String text) throws Exception {
        desk(Map.of()).onAcceptDeliverSm(receipt(text));

        assertThat(receipts.entries).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"same,0000001A,1a", "same,1a,1a", "decimal,0000000026,1a", "hex,1A,26", "same,AbC-7,AbC-7"})
    void a_receipt_may_write_the_id_in_its_own_way(String style, String id, String reference) throws Exception {
        desk(Map.of("receipt-ids", style)).onAcceptDeliverSm(receipt("id:" + id + " stat:DELIVRD"));

        assertThat(receipts.entries).containsExactly(new Entry(reference, true, "DELIVRD"));
    }

    @Test
    void newer_centres_say_it_in_parameters() throws Exception {
        var receipt = receipt("");
        receipt.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("1A"), new OptionalParameter.Message_state((byte) 5));

        desk(Map.of("receipt-ids", "decimal")).onAcceptDeliverSm(receipt);

        assertThat(receipts.entries).containsExactly(new Entry("1a", false, "UNDELIV"));
    }

    @Test
    void what_was_not_recorded_is_not_confirmed() throws Exception {
        var desk = desk(Map.of());
        receipts.failures.set(1);

        assertThatThrownBy(() -> desk.onAcceptDeliverSm(receipt("id:7 stat:DELIVRD")))
                .isInstanceOfSatisfying(
                        ProcessRequestException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN));

        desk.onAcceptDeliverSm(receipt("id:7 stat:DELIVRD"));

        assertThat(receipts.entries).hasSize(1);
    }

    @Test
    void a_text_from_a_customer_is_refused_and_not_taken_for_a_receipt() {
        var text = receipt("id:7 stat:DELIVRD");
        text.setEsmClass((byte) 0);

        assertThatThrownBy(() -> desk(Map.of()).onAcceptDeliverSm(text)).isInstanceOf(ProcessRequestException.class);
        assertThat(receipts.entries).isEmpty();
    }

    private ReceiptDesk desk(Map<String, String> settings) {
        return new ReceiptDesk(receipts, SmsSettings.with(settings), Clock.systemUTC());
    }

    private static DeliverSm receipt(String text) {
        var receipt = new DeliverSm();
        receipt.setEsmClass(ScriptedSmsc.RECEIPT);
        receipt.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        return receipt;
    }
}
