package io.chancery.render.difference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.MimeUtil;

/** A mail taken apart, each part as it can be compared. */
final class MailParts {

    /** They name this one mail or say how it is packed; nobody reads them. */
    private static final Set<String> TECHNICAL =
            Set.of("message-id", "date", "mime-version", "content-type", "content-transfer-encoding");

    /** A picture's address in the HTML has the id of the delivery in it. */
    private static final Pattern DELIVERY =
            Pattern.compile("(\"cid:[^\"@]*)\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}@");

    private final Map<String, String> fields = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<EnclosedFile> files = new ArrayList<>();

    private MailParts() {}

    static MailParts of(byte[] source) {
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
            var mail = builder.parseMessage(new ByteArrayInputStream(source));
            var parts = new MailParts();
            parts.readFields(mail);
            parts.read(mail);
            return parts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Those of the head by name, decoded. */
    Map<String, String> fields() {
        return fields;
    }

    String text() {
        return text.toString();
    }

    /** One element on each line. */
    String html() {
        return html.toString();
    }

    List<EnclosedFile> files() {
        return files;
    }

    private void readFields(Entity mail) {
        for (var field : mail.getHeader().getFields()) {
            if (!TECHNICAL.contains(field.getName().toLowerCase(Locale.ROOT))) {
                fields.merge(
                        field.getName(),
                        DecoderUtil.decodeEncodedWords(
                                MimeUtil.unfold(field.getBody()).strip(), DecodeMonitor.SILENT),
                        (one, other) -> one + ", " + other);
            }
        }
    }

    private void read(Entity entity) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (var part : parts.getBodyParts()) {
                read(part);
            }
        } else if (entity.getBody() instanceof SingleBody body) {
            read(entity, body);
        }
    }

    private void read(Entity entity, SingleBody body) throws IOException {
        byte[] content;
        try (var stream = body.getInputStream()) {
            content = stream.readAllBytes();
        }
        if (entity.getDispositionType() != null || !(body instanceof TextBody words)) {
            files.add(new EnclosedFile(
                    Objects.requireNonNullElse(entity.getFilename(), "without a name"), entity.getMimeType(), content));
        } else if (entity.getMimeType().equals("text/html")) {
            html.append(Outline.of(
                    DELIVERY.matcher(new String(content, words.getCharset())).replaceAll("$1@")));
        } else if (!entity.getMimeType().equals(EnclosedFile.CALENDAR)) {
            // A calendar entry is among the files, too.
            text.append(new String(content, words.getCharset()));
        }
    }
}
