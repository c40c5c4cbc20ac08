package io.chancery.dispatch.email.dkim;

import io.chancery.platform.digest.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What signatures cover of a mail: the whole body, and of the header what its reader sees and acts on.
 *
 * @param names of the fields, in the order in which they are covered
 * @param fields in their canonical form
 * @param bodyHash SHA-256 of the body in its canonical form
 */
record Coverage(List<String> names, String fields, byte[] bodyHash) {

    /** RFC 6376 §5.4.1; RFC 8058 §4 asks for both of those by which a list is left. */
    private static final List<String> COVERED = List.of(
            "From",
            "Reply-To",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    /** Named once more than they occur, so that nobody can add another, which a reader might show (RFC 6376 §8.15). */
    private static final Set<String> CLOSED = Set.of("From", "Reply-To", "To", "Cc", "Subject", "Date", "Content-Type");

    static Coverage of(byte[] mail) {
        var header = HeaderField.of(mail);
        var names = new ArrayList<String>();
        var fields = new StringBuilder();
        for (var name : COVERED) {
            // From the bottom upwards (RFC 6376 §5.4.2).
            for (int i = header.size() - 1; i >= 0; i--) {
                if (header.get(i).isNamed(name)) {
                    names.add(name);
                    fields.append(Relaxed.field(header.get(i))).append("\r\n");
                }
            }
            if (CLOSED.contains(name)) {
                names.add(name);
            }
        }
        int emptyLine = 2;
        var body = Relaxed.body(mail, HeaderField.length(mail) + emptyLine);
        return new Coverage(List.copyOf(names), fields.toString(), Sha256.bytes(body));
    }
}
