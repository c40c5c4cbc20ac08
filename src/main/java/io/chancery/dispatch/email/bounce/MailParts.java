package io.chancery.dispatch.email.bounce;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A mail as far as we look into it: its header, and the parts that are no multipart themselves. Enclosed mails are one part. */
final class MailParts {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int DEEPEST = 4;

    private final MimeMessage mail;
    private final List<MimePart> parts = new ArrayList<>();

    /** @throws MessagingException if there is no sense in it */
    MailParts(byte[] octets) throws MessagingException, IOException {
        mail = new MimeMessage(SESSION, new ByteArrayInputStream(octets));
        collect(mail, 0);
    }

    private void collect(MimePart part, int depth) throws MessagingException, IOException {
        if (depth == DEEPEST || !part.isMimeType("multipart/*")) {
            parts.add(part);
            return;
        }
        var children = new MimeMultipart(new ByteArrayDataSource(part.getInputStream(), part.getContentType()));
        for (int i = 0; i < children.getCount(); i++) {
            if (children.getBodyPart(i) instanceof MimePart child) {
                collect(child, depth + 1);
            }
        }
    }

    /** The value of a field of the header, or nothing. */
    String field(String name) throws MessagingException {
        var value = mail.getHeader(name, ", ");
        return value == null ? "" : value.strip();
    }

    /** Whether the mail is of this type. */
    boolean is(String type) throws MessagingException {
        return mail.isMimeType(type);
    }

    /** A parameter of the mail's type is searched for where it cannot be anything else. */
    boolean isReportOf(String type) throws MessagingException {
        return is("multipart/report")
                && mail.getContentType().toLowerCase(Locale.ROOT).contains(type);
    }

    /** The first part of one of these types, decoded. */
    Optional<String> text(String... types) throws MessagingException, IOException {
        for (var part : parts) {
            for (var type : types) {
                if (part.isMimeType(type)) {
                    return Optional.of(decoded(part));
                }
            }
        }
        return Optional.empty();
    }

    /** The header of the mail. */
    String header() throws MessagingException {
        return lines(mail.getAllHeaders());
    }

    /** The header of the first mail that is enclosed, or whose header is. */
    String enclosedHeader() throws MessagingException, IOException {
        var enclosed = text("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
        var octets = enclosed.orElse("").getBytes(StandardCharsets.ISO_8859_1);
        return lines(new InternetHeaders(new ByteArrayInputStream(octets)).getAllHeaders());
    }

    private static String lines(Enumeration<Header> fields) {
        return Collections.list(fields).stream()
                .map(field -> field.getName() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Jakarta Mail leaves parts of the type message encoded, as they never should be; but some are. */
    private static String decoded(MimePart part) throws MessagingException, IOException {
        var encoding = part.getEncoding();
        boolean left = encoding != null && part.isMimeType("message/*");
        try (InputStream octets = left ? MimeUtility.decode(part.getInputStream(), encoding) : part.getInputStream()) {
            return new String(octets.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
