package io.chancery.web.rendition;

import io.chancery.vocabulary.Rendition;
import java.util.List;

/**
 * An e-mail read back from its exact bytes.
 *
 * @param attachments name and size of each
 * @param html with its own pictures inside, so that it needs nothing from anywhere; empty if there is only plain text
 */
public record MailView(
        String from, String to, String subject, List<String> attachments, String plainText, String html) {

    /** Reads the parts of the mail. */
    public static MailView of(Rendition.Mail mail) {
        return new MailReader().read(mail.content());
    }
}
