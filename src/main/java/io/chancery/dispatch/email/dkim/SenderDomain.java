package io.chancery.dispatch.email.dkim;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The domain for which a mail must be signed, so that its reader may believe the sender's address (RFC 7489 §3.1.1). */
final class SenderDomain {

    private SenderDomain() {}

    /** @throws IllegalArgumentException if the mail has not exactly one sender */
    static String of(byte[] mail) {
        var fields = HeaderField.of(mail).stream()
                .filter(field -> field.isNamed("From"))
                .toList();
        if (fields.size() != 1) {
            throw new IllegalArgumentException("The mail has %d fields From".formatted(fields.size()));
        }
        try {
            var addresses = InternetAddress.parseHeader(fields.get(0).value(), true);
            var address = addresses.length == 1 ? addresses[0].getAddress() : "";
            int at = address.lastIndexOf('@');
            if (at < 1) {
                throw new AddressException("not one address");
            }
            return address.substring(at + 1);
        } catch (AddressException e) {
            throw new IllegalArgumentException("The field From of the mail is not one address", e);
        }
    }
}
