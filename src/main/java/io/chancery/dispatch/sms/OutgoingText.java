package io.chancery.dispatch.sms;

import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.PduParameters;
import io.chancery.vocabulary.sms.SmsText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * A text as SMPP takes it: cut into parts, each with a header that tells the phone how to join them.
 *
 * @param reference the same for every attempt at a delivery
 */
record OutgoingText(SmsAddress from, SmsAddress to, SmsText text, short reference) {

    /** Concatenation with an 8-bit reference (3GPP TS 23.040 §9.2.3.24.1): length, element, its length. */
    private static final byte[] CONCATENATION = {5, 0, 3};

    /** @throws java.util.NoSuchElementException if it has a {@link TextFlaw} */
    static OutgoingText of(Rendition.Text rendition, UUID deliveryId) {
        return new OutgoingText(
                sender(rendition).orElseThrow(),
                recipient(rendition).orElseThrow(),
                SmsText.of(archived(rendition)),
                PduParameters.reference(deliveryId));
    }

    static Optional<SmsAddress> sender(Rendition.Text rendition) {
        return SmsAddress.sender(rendition.envelope().getOrDefault("from", ""));
    }

    static Optional<SmsAddress> recipient(Rendition.Text rendition) {
        return SmsAddress.recipient(rendition.envelope().getOrDefault("to", ""));
    }

    static String archived(Rendition.Text rendition) {
        return new String(rendition.content(), StandardCharsets.UTF_8);
    }

    int parts() {
        return text.segments().size();
    }

    boolean isConcatenated() {
        return parts() > 1;
    }

    byte dataCoding() {
        return PduParameters.dataCoding(text.encoding());
    }

    /** @param part from 0 */
    byte[] userData(int part) {
        var characters = text.encoding().encode(text.segments().get(part).text());
        if (!isConcatenated()) {
            return characters;
        }
        int header = CONCATENATION.length + 3;
        var userData = new byte[header + characters.length];
        System.arraycopy(CONCATENATION, 0, userData, 0, CONCATENATION.length);
        userData[CONCATENATION.length] = (byte) reference;
        userData[CONCATENATION.length + 1] = (byte) parts();
        userData[CONCATENATION.length + 2] = (byte) (part + 1);
        System.arraycopy(characters, 0, userData, header, characters.length);
        return userData;
    }
}
