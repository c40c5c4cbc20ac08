package io.chancery.dispatch.sms;

import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.vocabulary.Rendition;
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

    private static final byte DEFAULT_ALPHABET = 0x00;
    private static final byte UCS_2 = 0x08;

    /** Why this can never be sent as it stands, found before the SMSC hears of it. */
    static Optional<Permanent> flaw(Rendition.Text rendition) {
        if (sender(rendition).isEmpty()) {
            return flaw("sender-address", "The sender is not a number, a short code or a name of eleven characters.");
        }
        if (recipient(rendition).isEmpty()) {
            return flaw("recipient-address", "The recipient is not a number in E.164.");
        }
        var archived = archived(rendition);
        var text = SmsText.of(archived);
        if (text.segments().isEmpty() || text.segments().size() > SmsText.MAX_SEGMENTS) {
            return flaw("length", "The text has no segment, or more than can be numbered.");
        }
        // What was sent must be what is kept, so the cleaning belongs to the renderer.
        return text.text().equals(archived)
                ? Optional.empty()
                : flaw("characters", "The text has characters that would be replaced on the way.");
    }

    private static Optional<Permanent> flaw(String code, String text) {
        return Optional.of(new Permanent(code, text));
    }

    /** @throws java.util.NoSuchElementException if it has a {@link #flaw} */
    static OutgoingText of(Rendition.Text rendition, UUID deliveryId) {
        return new OutgoingText(
                sender(rendition).orElseThrow(),
                recipient(rendition).orElseThrow(),
                SmsText.of(archived(rendition)),
                // The low bits of a UUIDv7 are random.
                (short) deliveryId.getLeastSignificantBits());
    }

    private static Optional<SmsAddress> sender(Rendition.Text rendition) {
        return SmsAddress.sender(rendition.envelope().getOrDefault("from", ""));
    }

    private static Optional<SmsAddress> recipient(Rendition.Text rendition) {
        return SmsAddress.recipient(rendition.envelope().getOrDefault("to", ""));
    }

    private static String archived(Rendition.Text rendition) {
        return new String(rendition.content(), StandardCharsets.UTF_8);
    }

    int parts() {
        return text.segments().size();
    }

    boolean isConcatenated() {
        return parts() > 1;
    }

    byte dataCoding() {
        return text.encoding() == SmsText.Encoding.GSM_7 ? DEFAULT_ALPHABET : UCS_2;
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
