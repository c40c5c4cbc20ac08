package io.chancery.web.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** Takes one mail apart: its words, its pictures and its attachments. */
final class MailReader {

    private final List<String> attachments = new ArrayList<>();
    private final Map<String, String> pictures = new LinkedHashMap<>();
    private String plainText = "";
    private String html = "";

    MailView read(byte[] source) {
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
            var mail = builder.parseMessage(new ByteArrayInputStream(source));
            visit(mail);
            return new MailView(
                    mailboxes(mail.getFrom()),
                    addresses(mail.getTo()),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    List.copyOf(attachments),
                    plainText,
                    withPictures());
        } catch (IOException e) {
            throw new UncheckedIOException("The archived mail could not be read", e);
        }
    }

    private void visit(Entity entity) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (var part : parts.getBodyParts()) {
                visit(part);
            }
        } else if (entity.getBody() instanceof Message attached) {
            attachments.add(Objects.requireNonNullElse(attached.getSubject(), "message.eml"));
        } else if (entity.getBody() instanceof SingleBody body) {
            visit(entity, body);
        }
    }

    private void visit(Entity entity, SingleBody body) throws IOException {
        if ("attachment".equals(entity.getDispositionType())) {
            attachments.add(entity.getFilename() + " (" + new FileSize(bytes(body).length) + ")");
        } else if (body instanceof TextBody text) {
            keepFirst(entity.getMimeType(), words(text));
        } else if (entity.getMimeType().startsWith("image/")) {
            keepPicture(entity, bytes(body));
        }
    }

    private void keepFirst(String type, String words) {
        if (!type.equals("text/html")) {
            plainText = plainText.isEmpty() ? words : plainText;
        } else if (html.isEmpty()) {
            html = words;
        }
    }

    private void keepPicture(Entity entity, byte[] content) {
        var contentId = entity.getHeader().getField("Content-ID");
        if (contentId != null) {
            var id = contentId.getBody().trim().replaceAll("^<|>$", "");
            var encoded = Base64.getEncoder().encodeToString(content);
            pictures.put(id, "data:" + entity.getMimeType() + ";base64," + encoded);
        }
    }

    private String withPictures() {
        var complete = html;
        for (var picture : pictures.entrySet()) {
            complete = complete.replace("cid:" + picture.getKey(), picture.getValue());
        }
        return complete;
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        try (var content = body.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private static String words(TextBody body) throws IOException {
        return new String(bytes(body), body.getCharset());
    }

    private static String mailboxes(@Nullable MailboxList mailboxes) {
        return mailboxes == null
                ? ""
                : mailboxes.stream().map(MailReader::display).collect(Collectors.joining(", "));
    }

    private static String addresses(@Nullable AddressList addresses) {
        return addresses == null ? "" : mailboxes(addresses.flatten());
    }

    private static String display(Mailbox mailbox) {
        return mailbox.getName() == null ? mailbox.getAddress() : mailbox.getName() + " <" + mailbox.getAddress() + ">";
    }
}
