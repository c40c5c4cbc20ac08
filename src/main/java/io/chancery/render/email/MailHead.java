package io.chancery.render.email;

import io.chancery.render.Composition;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.calendar.Correspondence;
import io.chancery.render.calendar.Correspondence.Party;
import io.chancery.vocabulary.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.HeaderImpl;
import org.apache.james.mime4j.message.MessageImpl;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;

/** The head of a mail (RFC 5322 §3.6) and its envelope. */
final class MailHead {

    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);
    private static final int TIME_ORDERED = 7;
    private static final int CAPACITY = 16 * 1024;

    private final RenderRequest request;
    private final Sender sender;
    private final MailAddress to;
    private final HeaderText subject;
    private final boolean advertises;

    private MailHead(RenderRequest request, Sender sender, MailAddress to, HeaderText subject, boolean advertises) {
        this.request = request;
        this.sender = sender;
        this.to = to;
        this.subject = subject;
        this.advertises = advertises;
    }

    /** @throws RenderException if there is no usable address or no subject */
    static MailHead of(Composition composition) {
        var request = composition.request();
        var recipient = request.recipient();
        var address = Optional.ofNullable(recipient.email())
                .orElseThrow(() -> new RenderException("An e-mail needs a mail address"));
        var subject = HeaderText.of(composition.subject());
        if (subject.text().isEmpty()) {
            throw new RenderException("The message has no subject");
        }
        return new MailHead(
                request,
                Sender.of(request.template().brand()),
                MailAddress.of(recipient.name().full(), address, "recipient"),
                subject,
                advertises(composition));
    }

    /** Whether the mail does, or the letter that goes with it. */
    private static boolean advertises(Composition composition) {
        var request = composition.request();
        boolean letter = request.reader().advertised()
                && request.template().settings().attachment().containsKey(request.language());
        return composition.advertises() || (letter && composition.advertisesBeside(Channel.PRINT));
    }

    /** What names this delivery in the mail: the same however often it is rendered. */
    String contentIdSuffix() {
        return request.deliveryId() + "@" + sender.from().domain();
    }

    private String messageId() {
        return "<" + contentIdSuffix() + ">";
    }

    /** What a calendar entry has to know of this mail; answers go where those to the mail go. */
    Correspondence correspondence() {
        var answers = sender.replyTo().orElse(sender.from());
        return new Correspondence(
                contentIdSuffix(),
                date(),
                new Party(sender.from().name().text(), answers.plain()),
                new Party(to.name().text(), to.plain()));
    }

    /** Addresses as SMTP takes them. */
    Map<String, String> envelope() {
        return Map.of(
                "from", sender.returnPath().plain(),
                "to", to.plain(),
                "messageId", messageId(),
                "subject", subject.text());
    }

    /** The whole mail with this content. */
    byte[] with(MimePart content) {
        var header = fields();
        content.fields().forEach(header::addField);
        var mail = new MessageImpl();
        mail.setHeader(header);
        mail.setBody(content.body());
        try (var bytes = new ByteArrayOutputStream(CAPACITY)) {
            new Encoded.Writer().writeMessage(mail, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            mail.dispose();
        }
    }

    private Header fields() {
        var header = new HeaderImpl();
        header.addField(Fields.from(sender.from().mailbox()));
        header.addField(Fields.to(to.mailbox()));
        sender.replyTo().ifPresent(address -> header.addField(Fields.replyTo(address.mailbox())));
        header.addField(Fields.subject(subject.text()));
        header.addField(Fields.date("Date", Date.from(date()), UTC));
        header.addField(new RawField("Message-ID", messageId()));
        // RFC 3834: no out-of-office notes and no replies by other machines.
        header.addField(new RawField("Auto-Submitted", "auto-generated"));
        header.addField(new RawField("Content-Language", request.language()));
        unsubscribe().forEach(header::addField);
        header.addField(new RawField("MIME-Version", "1.0"));
        return header;
    }

    /** RFC 2369 and, with an HTTPS address, RFC 8058 §3.1; only advertising can be unsubscribed from, a bill cannot. */
    private List<RawField> unsubscribe() {
        var click = request.reader().optOut();
        var targets = Stream.concat(Stream.ofNullable(click), sender.objection().map(this::byMail).stream())
                .map(target -> "<" + target + ">")
                .toList();
        if (!advertises || targets.isEmpty()) {
            return List.of();
        }
        // Whole, so that it is folded between the addresses and nowhere else.
        var where = written("List-Unsubscribe: " + String.join(",\r\n ", targets));
        return click == null
                ? List.of(where)
                : List.of(where, new RawField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    private String byMail(MailAddress address) {
        return "mailto:" + address.plain() + "?subject=" + request.recipient().ucid();
    }

    private static RawField written(String field) {
        try {
            return RawFieldParser.DEFAULT.parseField(ContentUtil.encode(field));
        } catch (MimeException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * When the delivery was made, which its id knows; the start of the day that the message bears if it was made for
     * later. Never the time of rendering, so rendering again gives the same bytes.
     */
    private Instant date() {
        var day = request.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        var made = madeAt(request.deliveryId());
        return made.isAfter(day) ? made : day;
    }

    /** The time in a UUID of version 7 (RFC 9562 §5.7). */
    private static Instant madeAt(UUID id) {
        return id.version() == TIME_ORDERED ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : Instant.EPOCH;
    }
}
