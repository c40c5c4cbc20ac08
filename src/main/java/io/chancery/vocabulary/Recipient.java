package io.chancery.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The golden-record view of one customer as a message needs it: who it is for, in which language, and where each
 * channel reaches them.
 *
 * @param version of the golden record that was read
 * @param language ISO 639-1
 * @param preferred the channel the customer prefers
 */
public record Recipient(
        Ucid ucid,
        long version,
        PersonName name,
        @Nullable LocalDate birthDate,
        String language,
        @Nullable Channel preferred,
        ContactPoints contact) {

    /**
     * Where a customer can be reached.
     *
     * @param address only if a letter would arrive
     * @param mobile E.164
     * @param phone E.164
     */
    public record ContactPoints(
            @Nullable PostalAddress address,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String phone) {}

    public @Nullable PostalAddress address() {
        return contact.address();
    }

    public @Nullable String email() {
        return contact.email();
    }

    /** E.164. */
    public @Nullable String mobile() {
        return contact.mobile();
    }

    /** The same customer with wishes of their own; a language of null is no wish. */
    public Recipient preferring(@Nullable Channel channel, @Nullable String wishedLanguage) {
        var spoken = wishedLanguage == null ? language : wishedLanguage;
        return new Recipient(ucid, version, name, birthDate, spoken, channel, contact);
    }

    /** The same customer where somebody else is reached; a letter would still go to the customer's address. */
    public Recipient reachedAt(@Nullable String otherEmail, @Nullable String otherMobile) {
        var points = new ContactPoints(contact.address(), otherEmail, otherMobile, contact.phone());
        return new Recipient(ucid, version, name, birthDate, language, preferred, points);
    }

    /** Whether there is a contact point for the channel; a channel we do not know needs none of these. */
    public boolean reachableBy(Channel channel) {
        if (channel.equals(Channel.PRINT)) {
            return address() != null;
        }
        if (channel.equals(Channel.EMAIL)) {
            return email() != null;
        }
        return !channel.equals(Channel.SMS) || mobile() != null;
    }
}
