package io.chancery.message.preview;

import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import org.jspecify.annotations.Nullable;

/** A real customer as long and as complete as they are, without what tells who it is. */
final class Mask {

    private static final int COUNTRY_CODE = 3;

    private Mask() {}

    static Recipient of(Recipient recipient) {
        var name = recipient.name();
        var contact = recipient.contact();
        return new Recipient(
                recipient.ucid(),
                recipient.version(),
                new PersonName(name.salutation(), name.title(), word(name.given()), word(name.family())),
                recipient.birthDate() == null ? null : recipient.birthDate().withDayOfYear(1),
                recipient.language(),
                recipient.preferred(),
                new Recipient.ContactPoints(
                        address(contact.address()),
                        email(contact.email()),
                        number(contact.mobile()),
                        number(contact.phone())));
    }

    private static @Nullable PostalAddress address(@Nullable PostalAddress address) {
        return address == null
                ? null
                : new PostalAddress(
                        word(address.street()),
                        address.postcode().replaceAll("\\B\\d", "0"),
                        word(address.city()),
                        address.country());
    }

    /** The first letter of each word stays, and how long it is. */
    private static String word(String text) {
        return text.replaceAll("\\B\\p{L}", "x").replaceAll("\\d", "0");
    }

    private static @Nullable String email(@Nullable String email) {
        return email == null ? null : word(email.substring(0, email.lastIndexOf('@'))) + "@example.org";
    }

    private static @Nullable String number(@Nullable String number) {
        return number == null
                ? null
                : number.substring(0, Math.min(COUNTRY_CODE, number.length()))
                        + number.substring(Math.min(COUNTRY_CODE, number.length()))
                                .replaceAll("\\d", "0");
    }
}
