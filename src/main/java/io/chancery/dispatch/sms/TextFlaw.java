package io.chancery.dispatch.sms;

import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.SmsText;
import java.util.Optional;

/** Finds out why a text can never be sent as it stands, before any provider hears of it. */
public final class TextFlaw {

    private TextFlaw() {}

    /** The first flaw, as the outcome that it means; empty if the text can be sent. */
    public static Optional<Permanent> find(Rendition.Text rendition) {
        if (OutgoingText.sender(rendition).isEmpty()) {
            return flaw("sender-address", "The sender is not a number, a short code or a name of eleven characters.");
        }
        if (OutgoingText.recipient(rendition).isEmpty()) {
            return flaw("recipient-address", "The recipient is not a number in E.164.");
        }
        var archived = OutgoingText.archived(rendition);
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
}
