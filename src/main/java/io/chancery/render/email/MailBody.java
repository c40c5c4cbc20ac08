package io.chancery.render.email;

import io.chancery.render.Composition;
import io.chancery.render.RenderException;
import io.chancery.render.calendar.Invitation;
import io.chancery.render.data.DataModel;
import io.chancery.render.email.stencil.Filling;
import io.chancery.render.email.stencil.Gap;
import io.chancery.render.email.text.ReadableText;
import io.chancery.render.letter.Enclosure;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The content of a mail: the text twice, the pictures in it, the letter if it goes along, what that encloses, and the entry for
 * the calendar.
 */
final class MailBody {

    static final String HTML = "email.html";
    private static final String TEXT = "email.txt";
    private static final String PDF = ".pdf";
    private static final String CALENDAR = ".ics";

    private final Composition composition;
    private final MailStencils stencils;

    MailBody(Composition composition, MailStencils stencils) {
        this.composition = composition;
        this.stencils = stencils;
    }

    MimePart content(MailHead head) {
        var alternatives = new ArrayList<MimePart>();
        var files = new ArrayList<MimePart>();
        attachment().ifPresent(files::add);
        composition.letter().enclosures().forEach(enclosure -> files.add(enclosed(enclosure)));
        Invitation.find(composition).ifPresent(invitation -> {
            // Outlook and Apple look for it beside the text, Gmail and older programs among the files.
            var calendar = invitation.text(head.correspondence());
            alternatives.add(MimePart.calendar(invitation.method(), calendar));
            files.add(
                    MimePart.calendarFile(invitation.method(), calendar, FileName.of(invitation.summary(), CALENDAR)));
        });
        var parts = new ArrayList<>(List.of(related(head.contentIdSuffix(), alternatives)));
        parts.addAll(files);
        return MimePart.of("mixed", boundary("mixed"), parts);
    }

    private MimePart related(String contentIdSuffix, List<MimePart> alternatives) {
        var pieces = composition.pieces(HTML);
        var known = stencils.html().find(composition.request().template().id(), pieces, this::finished);
        var html = known.map(Filling::stencil).orElseGet(() -> finished(String.join("", pieces), contentIdSuffix));
        var words = known.map(filling -> Stream.concat(filling.written().stream(), Stream.of(contentIdSuffix))
                        .toList())
                .orElse(List.of());
        check(html, words);
        var parts = new ArrayList<MimePart>();
        parts.add(alternative(html.filled(words), alternatives));
        html.pictures()
                .forEach((name, picture) ->
                        parts.add(MimePart.inline(picture, EmailHtml.contentId(name, contentIdSuffix))));
        return MimePart.of("related", boundary("related"), parts);
    }

    /** A stencil, whose last gap is for what names the mail. */
    private HtmlPart finished(String html, int gaps) {
        return finished(html, Gap.mark(gaps));
    }

    private HtmlPart finished(String source, String contentIdSuffix) {
        var document = document(source);
        var drawn = MailDrawings.draw(document, composition.request().template().brand());
        var html = EmailHtml.of(document);
        var pictures = new LinkedHashMap<String, Picture>();
        for (var name : html.pictures()) {
            var picture = drawn.get(name);
            pictures.put(name, picture == null ? Picture.find(name, composition) : picture);
        }
        return HtmlPart.of(html.withContentIds(contentIdSuffix), pictures);
    }

    private void check(HtmlPart html, List<String> words) {
        var most = composition.request().template().settings().plan().limits().kilobytes();
        if (most == null) {
            return;
        }
        int size = html.size(words);
        if (size > most * EmailRenderer.KILOBYTE) {
            int reached = (size + EmailRenderer.KILOBYTE - 1) / EmailRenderer.KILOBYTE;
            throw new RenderException(
                    "The HTML of the mail has %d kB, and this template takes %d (plan.limits.kilobytes)"
                            .formatted(reached, most));
        }
    }

    static Document document(String source) {
        var document = Jsoup.parse(DataModel.printable(source).strip());
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private MimePart alternative(Encoded html, List<MimePart> more) {
        var parts = new ArrayList<>(List.of(MimePart.text("plain", Encoded.text(text())), MimePart.text("html", html)));
        parts.addAll(more);
        return MimePart.of("alternative", boundary("alternative"), parts);
    }

    /** The text part. */
    String text() {
        var pieces = composition.pieces();
        var text = stencils.text()
                .find(composition.request().template().id(), pieces, (html, gaps) -> ReadableText.of(html))
                .map(filling -> filling.stencil().filled(filling.read()))
                .orElseGet(() -> ReadableText.of(String.join("", pieces)).filled(List.of()));
        return DataModel.printable(composition.layout(TEXT, text)).strip() + "\n";
    }

    /** The HTML part, its pictures by their short names. */
    String html() {
        var document = document(composition.layout(HTML));
        MailDrawings.draw(document, composition.request().template().brand());
        return EmailHtml.of(document).document().outerHtml();
    }

    private Optional<MimePart> attachment() {
        Map<String, String> names = composition.request().template().settings().attachment();
        return Optional.ofNullable(names.get(composition.request().language())).map(this::letter);
    }

    private MimePart letter(String name) {
        var letter = composition.rendition(Channel.PRINT);
        return MimePart.attachment(letter.mediaType(), letter.content(), FileName.of(composition.line(name), PDF));
    }

    private MimePart enclosed(Enclosure enclosure) {
        return MimePart.attachment(
                Rendition.Document.MEDIA_TYPE,
                composition.asset(enclosure.path()),
                FileName.of(enclosure.title(), PDF));
    }

    private String boundary(String subtype) {
        return "=_" + subtype + "_" + composition.request().deliveryId();
    }
}
