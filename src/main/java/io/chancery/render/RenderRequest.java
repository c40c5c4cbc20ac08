package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything one rendition is made from.
 *
 * @param deliveryId becomes the Message-ID and the file name, the same however often it is rendered
 * @param data valid under the template's schema
 * @param reference the business system's own number, may be empty
 * @param date printed on the letter
 * @param link where the page of this message is, for a text message to lead to; null if there can be none
 */
public record RenderRequest(
        UUID deliveryId,
        TemplateVersion template,
        Reader reader,
        JsonNode data,
        String reference,
        LocalDate date,
        @Nullable String link) {

    /**
     * Where English is written with a decimal point. Elsewhere the CLDR has it with the country's comma, and readers of
     * English take 1.254 for one and a bit.
     */
    private static final Set<String> ENGLISH_AT_HOME = Set.of("AU", "CA", "CH", "GB", "IE", "MT", "NZ", "US");

    /**
     * Who reads it.
     *
     * @param language one of the template's languages
     * @param advertised whether what a transactional message promotes may reach them on the channel it goes out by
     * @param copy null for the customer whom the message is for
     * @param test whether they never get it: it is only tried, and must not pass for a message that was meant
     * @param optOut where they end advertising by e-mail by one click, over HTTPS; null if there is no such place
     */
    public record Reader(
            Recipient recipient,
            String language,
            boolean advertised,
            @Nullable Copy copy,
            boolean test,
            @Nullable String optOut) {

        /** Somebody who gets it. */
        public Reader(Recipient recipient, String language, boolean advertised, @Nullable Copy copy) {
            this(recipient, language, advertised, copy, false, null);
        }

        /** The customer, who has not said yes to advertising. */
        public Reader(Recipient recipient, String language) {
            this(recipient, language, false, null);
        }

        /** The same person as somebody who gets a copy. */
        public Reader with(Copy role) {
            return new Reader(recipient, language, advertised, role, test, optOut);
        }
    }

    /**
     * What makes a copy of a message.
     *
     * @param role in which its reader gets it
     * @param title of the role, in the reader's language
     * @param original who gets the message itself
     * @param enclosures whether what lies behind the letter goes along
     */
    public record Copy(String role, String title, Recipient original, boolean enclosures) {

        /** A copy in a role that the version has. */
        public static Copy of(TemplateVersion version, String role, String language, Recipient original) {
            var said = version.settings().plan().role(role);
            return new Copy(role, said.title().getOrDefault(language, role), original, said.enclosures());
        }
    }

    /** What makes a copy of it; null if it goes to the customer whom it is for. */
    public @Nullable Copy copy() {
        return reader.copy();
    }

    /** The customer whom the message is for, whoever reads it. */
    public Recipient addressee() {
        return reader.copy() == null ? reader.recipient() : reader.copy().original();
    }

    public Recipient recipient() {
        return reader.recipient();
    }

    public String language() {
        return reader.language();
    }

    /** The language as it is written where the customer lives; English is British unless the country has its own. */
    public Locale locale() {
        var address = recipient().address();
        var country = address == null ? "" : address.country();
        boolean abroad = language().equals("en") && !ENGLISH_AT_HOME.contains(country);
        return new Locale.Builder()
                .setLanguage(language())
                .setRegion(abroad ? "GB" : country)
                .build();
    }

    /**
     * The same message to somebody else.
     *
     * @param asked a language of the template; null for the recipient's, if the template has it
     */
    public RenderRequest to(Recipient other, @Nullable String asked) {
        var spoken = asked == null ? template.languageFor(other.language()) : asked;
        return of(new Reader(other, spoken));
    }

    /** The same message, only tried. */
    public RenderRequest asTest() {
        return of(new Reader(recipient(), language(), reader.advertised(), copy(), true, reader.optOut()));
    }

    /** The same message to the same reader, found elsewhere. */
    public RenderRequest reaching(Recipient elsewhere) {
        return of(new Reader(elsewhere, language(), reader.advertised(), copy(), isTest(), reader.optOut()));
    }

    /** The same message as another delivery. */
    public RenderRequest identified(UUID id) {
        return new RenderRequest(id, template, reader, data, reference, date, link);
    }

    /** Whether it is only tried. */
    public boolean isTest() {
        return reader.test();
    }

    /** The same message with what it promotes, or without. */
    public RenderRequest advertised(boolean shown) {
        return of(new Reader(recipient(), language(), shown, copy(), isTest(), reader.optOut()));
    }

    /**
     * The same message as a copy.
     *
     * @param role one that the template has
     * @param original who gets the message itself
     */
    public RenderRequest copied(String role, Recipient original) {
        return of(reader.with(Copy.of(template, role, language(), original)));
    }

    private RenderRequest of(Reader other) {
        return new RenderRequest(deliveryId, template, other, data, reference, date, link);
    }

    /** The same message with a page of its own. */
    public RenderRequest withLink(String address) {
        return new RenderRequest(deliveryId, template, reader, data, reference, date, address);
    }

    /** The same message with a place where its reader ends advertising by e-mail. */
    public RenderRequest withOptOut(String address) {
        return of(new Reader(recipient(), language(), reader.advertised(), copy(), isTest(), address));
    }

    /** Whether what was rendered leads the customer to the page of this message. */
    public boolean isLinkedFrom(Rendition rendition) {
        return link != null
                && rendition instanceof Rendition.Text text
                && new String(text.content(), StandardCharsets.UTF_8).contains(link);
    }

    /** Whether that page offers the letter, too: only where there could be one. */
    public boolean offersPdf() {
        return template.settings().plan().screen().pdf() && recipient().reachableBy(Channel.PRINT);
    }
}
