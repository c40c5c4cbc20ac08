package io.chancery.render.words;

import io.chancery.render.print.words.PrintedWords;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.words.RenditionText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.MimeUtil;

/** What a mail says: subject, the text without its repetition as HTML, and the PDFs that go with it. */
@ApplicationScoped
class MailWords implements RenditionText {

    @Override
    public String mediaType() {
        return Rendition.Mail.MEDIA_TYPE;
    }

    @Override
    public String read(Rendition rendition) {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            var mail = builder.parseMessage(new ByteArrayInputStream(rendition.content()));
            var text = new StringBuilder();
            var subject = mail.getHeader().getField("Subject");
            if (subject != null) {
                append(
                        text,
                        DecoderUtil.decodeEncodedWords(
                                MimeUtil.unfold(subject.getBody()).strip(), DecodeMonitor.SILENT));
            }
            read(mail, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Entity entity, StringBuilder text) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            boolean alternatives = "alternative".equals(parts.getSubType());
            for (var part : parts.getBodyParts()) {
                int before = text.length();
                read(part, text);
                if (alternatives && text.length() > before) {
                    return;
                }
            }
        } else if (entity.getBody() instanceof SingleBody body) {
            append(text, words(entity, body));
        }
    }

    private static String words(Entity entity, SingleBody body) throws IOException {
        var type = entity.getMimeType();
        if (type.equals(Rendition.Document.MEDIA_TYPE)) {
            return PrintedWords.text(content(body));
        }
        if (entity.getDispositionType() != null || !(body instanceof TextBody words)) {
            return "";
        }
        var read = new String(content(body), words.getCharset());
        return switch (type) {
            case "text/plain" -> read;
            case "text/html" -> PageWords.text(read);
            default -> "";
        };
    }

    private static byte[] content(SingleBody body) throws IOException {
        try (var stream = body.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    private static void append(StringBuilder text, String more) {
        if (!more.isBlank()) {
            text.append(more).append('\n');
        }
    }
}
