package io.chancery.vocabulary.sms;

import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What SMPP is told beside the characters of a text, as far as it follows from the text and its delivery: known before it
 * is known who carries it. A gateway that is spoken to by HTTP decides on these itself.
 */
public final class PduParameters {

    private static final byte DEFAULT_ALPHABET = 0x00;
    private static final byte UCS_2 = 0x08;

    private PduParameters() {}

    /** Of a text that is sent as this delivery, by the names of SMPP 3.4 §5.2; numbers as they stand in a PDU. */
    public static Map<String, Object> of(Rendition.Text rendition, UUID deliveryId) {
        var text = SmsText.of(new String(rendition.content(), StandardCharsets.UTF_8));
        int parts = text.segments().size();
        var told = new TreeMap<String, Object>();
        told.put("dataCoding", (int) dataCoding(text.encoding()));
        told.put("segments", parts);
        told.put("sourceTypeOfNumber", typeOfNumber(rendition.envelope().getOrDefault("from", "")));
        told.put("destinationTypeOfNumber", typeOfNumber(rendition.envelope().getOrDefault("to", "")));
        // A receipt is asked for, whatever comes of it.
        told.put("registeredDelivery", 1);
        if (parts > 1) {
            // 3GPP TS 23.040 §9.2.3.24.1, without the number of the part, which comes last.
            told.put("userDataHeader", "050003%02x%02x".formatted(reference(deliveryId) & 0xff, parts));
        }
        return told;
    }

    /** What joins the parts of a delivery on the phone, the same for every attempt; as the low bits of a UUIDv7, random. */
    public static short reference(UUID deliveryId) {
        return (short) deliveryId.getLeastSignificantBits();
    }

    /** How the characters are encoded. */
    public static byte dataCoding(SmsText.Encoding encoding) {
        return encoding == SmsText.Encoding.GSM_7 ? DEFAULT_ALPHABET : UCS_2;
    }

    /** 1 international, 3 network-specific (a short code), 5 alphanumeric. */
    private static int typeOfNumber(String address) {
        if (address.startsWith("+")) {
            return 1;
        }
        return address.chars().allMatch(one -> one >= '0' && one <= '9') ? 3 : 5;
    }
}
