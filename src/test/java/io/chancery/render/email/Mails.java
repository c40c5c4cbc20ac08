package io.chancery.render.email;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.Messages;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Rendition;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds mails for tests, and reads them by a library that did not write them. */
final class Mails {

    static final byte[] PDF = "%PDF-1.7\n\0\u0001letter".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="de"><head><title>{subject}</title><style>p { color: #112233; }</style></head>
            <body><img src="cid:logo" alt="Lindenwerk"/>{body}</body></html>
            """;

    private static final Map<String, Object> BRAND = Map.of(
            "name",
            "Lindenwerk",
            "email",
            Map.of(
                    "from", Map.of("name", "Lindenwerk Energie", "address", "service@lindenwerk.example"),
                    "returnPath", "bounce@lindenwerk.example",
                    "objection", "abmelden@lindenwerk.example"));

    private final RenderRequest base;
    private String attachment = "";
    private boolean advertised;
    private @Nullable String optOut;
    private MessageClass messageClass = MessageClass.TRANSACTIONAL;
    private PersonName name = new PersonName("Frau", "Dr.", "Anna", "Müller");
    private String address = "anna@example.org";
    private UUID deliveryId = Messages.DELIVERY;

    private Mails(RenderRequest base) {
        this.base = base;
    }

    static Messages aMessage(String source) {
        return Messages.aMessage(source)
                .brand(BRAND)
                .layout("email.html", HTML)
                .layout("email.txt", "{subject}\n\n{body}\n\n-- \nLindenwerk")
                .asset("logo.png", PNG);
    }

    static Mails aMail(String source) {
        return of(aMessage(source));
    }

    static Mails of(Messages message) {
        return new Mails(message.request());
    }

    Mails attaching(String fileName) {
        this.attachment = fileName;
        return this;
    }

    Mails advertising() {
        this.messageClass = MessageClass.MARKETING;
        return this;
    }

    /** To somebody whom advertising may reach. */
    Mails advertised() {
        this.advertised = true;
        return this;
    }

    /** To somebody who ends advertising there. */
    Mails optOut(String address) {
        this.optOut = address;
        return this;
    }

    Mails to(String familyName) {
        this.name = new PersonName("", "", "", familyName);
        return this;
    }

    Mails at(String address) {
        this.address = address;
        return this;
    }

    Mails delivery(UUID id) {
        this.deliveryId = id;
        return this;
    }

    Rendition.Mail rendered() {
        return rendered(request());
    }

    static Rendition.Mail rendered(RenderRequest request) {
        return (Rendition.Mail) Messages.rendered(request, Channel.EMAIL, renderers());
    }

    /** The one of mails, and others that make next to nothing. */
    static List<ChannelRenderer> renderers() {
        return List.of(new EmailRenderer(), new FakeRenderer(Channel.PRINT), new FakeRenderer(Channel.SMS));
    }

    MimeMessage read() {
        return read(rendered().content());
    }

    static MimeMessage read(byte[] mail) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private RenderRequest request() {
        var old = base.template();
        var settings = old.settings();
        var version = new TemplateVersion(
                old.id(),
                old.key(),
                old.number(),
                new TemplateSettings(
                        settings.title(),
                        messageClass,
                        settings.purpose(),
                        settings.languages(),
                        settings.plan(),
                        settings.totals(),
                        new TemplateSettings.Extras(
                                new TemplateSettings.Letter(
                                        attachment.isEmpty() ? Map.of() : Map.of("de", attachment),
                                        Map.of(),
                                        settings.letter().enclosures(),
                                        ""),
                                settings.extras().calendar()),
                        settings.retention()),
                old.schema(),
                old.messages(),
                old.blocks(),
                old.brand());
        var to = base.recipient();
        var recipient = new Recipient(
                to.ucid(),
                1,
                name,
                null,
                "de",
                null,
                new Recipient.ContactPoints(to.address(), address, to.mobile(), null));
        var day = LocalDate.of(2026, 11, 22);
        return new RenderRequest(
                deliveryId,
                version,
                new Reader(recipient, "de", advertised, null, false, optOut),
                base.data(),
                base.reference(),
                day,
                null);
    }

    /** Stands for another channel; the letter is dear to set. */
    private record FakeRenderer(Channel channel) implements ChannelRenderer {

        @Override
        public Rendition render(Composition composition) {
            return new Rendition.Document(PDF, Map.of());
        }
    }
}
