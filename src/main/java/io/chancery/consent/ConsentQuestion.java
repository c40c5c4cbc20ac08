package io.chancery.consent;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before a message is sent.
 *
 * @param contactPoint the address or number it would go to; null if the customer has none, which is another question
 */
public record ConsentQuestion(
        Channel channel,
        MessageClass messageClass,
        Purpose purpose,
        @Nullable String contactPoint) {

    /** About a message to the customer as the golden record is now. */
    public static ConsentQuestion of(Channel channel, MessageClass messageClass, Purpose purpose, Recipient recipient) {
        return new ConsentQuestion(channel, messageClass, purpose, contactPoint(channel, recipient));
    }

    private static @Nullable String contactPoint(Channel channel, Recipient recipient) {
        if (channel.equals(Channel.EMAIL)) {
            return recipient.email();
        }
        return channel.equals(Channel.SMS) ? recipient.mobile() : null;
    }

    boolean isMarketing() {
        return messageClass == MessageClass.MARKETING;
    }

    boolean isPrint() {
        return channel.equals(Channel.PRINT);
    }

    /** Whether a declaration with this purpose is about the message: one for all advertising, or for just this kind. */
    boolean isAbout(@Nullable String declared) {
        return isMarketing()
                ? ConsentDeclared.MARKETING.equals(declared) || purpose.code().equals(declared)
                : ConsentDeclared.SERVICE.equals(declared);
    }
}
