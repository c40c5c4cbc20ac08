package io.chancery.dispatch.email.bounce;

import io.chancery.dispatch.email.bounce.Finding.Bounce;
import io.chancery.dispatch.email.bounce.Finding.Complaint;
import io.chancery.dispatch.email.bounce.Finding.NotUnderstood;
import io.chancery.dispatch.email.bounce.Finding.Nothing;
import io.chancery.dispatch.email.bounce.Finding.Unsigned;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what arrives in the bounce mailbox.
 *
 * <p>Anybody can write there. So only a mail that carries the signed address of its delivery ({@link BounceAddress}) has
 * consequences: in its own header, or else in the report or in the header of the mail it encloses. A Message-ID is no
 * proof: it stands in every reply and in the archives of mailing lists. Who speaks of a delivery without the signature is
 * told apart ({@link Unsigned}) and changes nothing.
 */
final class BounceReader {

    /** Of RFC 5965 §7.3 and its drafts; the others are about viruses, signatures and what is not spam. */
    private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "opt-out");

    private static final Pattern FEEDBACK_TYPE = Pattern.compile("(?im)^Feedback-Type:\\s*([a-z-]+)");
    /** Bernstein's «qmail-send Bounce Message Format» begins with these words. */
    private static final String QMAIL = "Hi. This is the";

    private final BounceAddress addresses;

    BounceReader(BounceAddress addresses) {
        this.addresses = addresses;
    }

    /** What the mail says; never fails, whatever it is. */
    Finding read(byte[] octets) {
        try {
            return read(new MailParts(octets));
        } catch (MessagingException | IOException | RuntimeException senseless) {
            return new NotUnderstood();
        }
    }

    private Finding read(MailParts mail) throws MessagingException, IOException {
        var complaint = mail.text("message/feedback-report");
        if (complaint.isPresent()) {
            return complaint(mail, complaint.get());
        }
        var report = mail.text("message/delivery-status", "message/global-delivery-status");
        if (report.isPresent()) {
            return report(mail, report.get());
        }
        if (isPlainBounce(mail)) {
            // It may be about a full mailbox as well as about an address that is none.
            return signed(mail, "", id -> new Bounce(id, Fate.RETURNED, "unspecified"));
        }
        return isAutomatic(mail) ? new Nothing() : new NotUnderstood();
    }

    private Finding complaint(MailParts mail, String report) throws MessagingException, IOException {
        var type = FEEDBACK_TYPE.matcher(report);
        if (!type.find()) {
            return new NotUnderstood();
        }
        return COMPLAINTS.contains(type.group(1).toLowerCase(Locale.ROOT))
                ? signed(mail, report, Complaint::new)
                : new Nothing();
    }

    private Finding report(MailParts mail, String text) throws MessagingException, IOException {
        var report = DeliveryReport.of(text);
        if (report.isEmpty()) {
            return new NotUnderstood();
        }
        var fate = report.get().fate();
        return fate == Fate.OPEN
                ? new Nothing()
                : signed(mail, text, id -> new Bounce(id, fate, report.get().code()));
    }

    private Finding signed(MailParts mail, String report, Function<UUID, Finding> finding)
            throws MessagingException, IOException {
        return Stream.of(mail.header(), report, mail.enclosedHeader())
                .flatMap(text -> addresses.find(text).stream())
                .findFirst()
                .map(finding)
                .orElseGet(Unsigned::new);
    }

    /** A bounce from before RFC 3464, or by who does not know it: of qmail, or of Exim, which names the recipients. */
    private static boolean isPlainBounce(MailParts mail) throws MessagingException, IOException {
        return !mail.field("X-Failed-Recipients").isEmpty()
                || mail.text("text/plain")
                        .filter(text -> text.stripLeading().startsWith(QMAIL))
                        .isPresent();
    }

    /** Holiday notes and other replies by machines (RFC 3834 §5, and what was used before), and receipts of reading. */
    private static boolean isAutomatic(MailParts mail) throws MessagingException {
        var submitted = mail.field("Auto-Submitted").toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || !mail.field("X-Autoreply").isEmpty()
                || !mail.field("X-Autorespond").isEmpty()
                || mail.field("Precedence").equalsIgnoreCase("auto_reply")
                || mail.isReportOf("disposition-notification");
    }
}
