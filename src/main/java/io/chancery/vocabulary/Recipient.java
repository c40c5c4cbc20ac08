package io.chancery.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * The golden-record view of one customer as a message needs it: who it is for, in which language, and where each
 * channel reaches them.
 *
 * @param version of the golden record that was read
 * @param language ISO 639-1
 * @param preferred the channel the customer prefers
 * @param mobile E.164
 */
public record Recipient(
        Ucid ucid,
        long version,
        PersonName name,
        String language,
        @Nullable Channel preferred,
        @Nullable PostalAddress address,
        @Nullable String email,
        @Nullable String mobile) {

    /** The same customer with wishes of their own; a language of null is no wish. */
    public Recipient preferring(@Nullable Channel channel, @Nullable String wishedLanguage) {
        var spoken = wishedLanguage == null ? language : wishedLanguage;
        return new Recipient(ucid, version, name, spoken, channel, address, email, mobile);
    }

    /** Whether there is a contact point for the channel; a channel we do not know needs none of these. */
    public boolean reachableBy(Channel channel) {
        if (channel.equals(Channel.PRINT)) {
            return address != null;
        }
        if (channel.equals(Channel.EMAIL)) {
            return email != null;
        }
        return !channel.equals(Channel.SMS) || mobile != null;
    }
}
