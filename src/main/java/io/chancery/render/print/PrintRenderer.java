package io.chancery.render.print;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.RenderException;
import io.chancery.render.letter.CopyNote;
import io.chancery.render.letter.Letter;
import io.chancery.render.print.enclosure.EnclosureCheck;
import io.chancery.render.print.proof.StyleLint;
import io.chancery.render.proof.HtmlReview;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jsoup.parser.Parser;

/** Renders letters. Keeps as many presses warm as there are processors; one that failed is thrown away. */
@ApplicationScoped
public class PrintRenderer implements ChannelRenderer {

    private static final String LAYOUT = "print.html";

    static {
        LibrarySettings.settle();
    }

    private final HtmlReview review = new HtmlReview();
    private final BrandKits kits = new BrandKits();
    private final BlockingQueue<Press> presses =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    @Override
    public Channel channel() {
        return Channel.PRINT;
    }

    @Override
    public Rendition render(Composition composition) {
        return rendition(composition, withPress(press -> press.print(sheet(composition, composition.letter()))));
    }

    @Override
    public Rendition renderBeside(Composition composition) {
        var letter = composition.letter().withoutEnclosures();
        return rendition(composition, withPress(press -> press.print(sheet(composition, letter))));
    }

    @Override
    public Proof proof(Composition composition) {
        var printed = withPress(press -> press.proof(sheet(composition, composition.letter())));
        var problems = new ArrayList<>(problems(composition));
        problems.addAll(printed.cutOff());
        return new Proof(rendition(composition, printed), faults(composition), problems);
    }

    private static Rendition rendition(Composition composition, Press.Printed printed) {
        var most = composition.request().template().settings().plan().limits().pages();
        if (most != null && printed.own() > most) {
            throw new RenderException("The letter has %d pages, and this template takes %d (plan.limits.pages)"
                    .formatted(printed.own(), most));
        }
        return new Rendition.Document(printed.pdf(), envelope(composition, printed.pages()));
    }

    @Override
    public List<String> faults(TemplateVersion version) {
        return EnclosureCheck.faults(version);
    }

    @Override
    public List<String> faults(Composition composition) {
        return review.faults(composition.layout(LAYOUT), composition);
    }

    @Override
    public List<String> problems(Composition composition) {
        var request = composition.request();
        var brand = request.template().brand();
        var problems = new ArrayList<>(StyleLint.problems(
                "brands/" + brand.key() + "/" + LAYOUT, brand.layouts().getOrDefault(LAYOUT, "")));
        problems.addAll(StyleLint.problems(
                request.template().key() + "/message." + request.language() + ".html",
                request.template().messages().getOrDefault(request.language(), "")));
        return problems;
    }

    private <T> T withPress(Function<Press, T> work) {
        var idle = presses.poll();
        var press = idle == null ? new Press() : idle;
        var result = work.apply(press);
        presses.offer(press);
        return result;
    }

    private Press.Sheet sheet(Composition composition, Letter letter) {
        var request = composition.request();
        return new Press.Sheet(
                request.deliveryId(),
                page(composition),
                request.language(),
                composition.subject(),
                request.date(),
                kits.of(request.template().brand()),
                letter,
                composition.machineInvoice().orElse(null));
    }

    /** A copy must never pass for the original: paid twice, or its VAT owed twice (UStG § 14c). */
    private static String page(Composition composition) {
        var page = composition.layout(LAYOUT);
        var unmarked = CopyNote.of(composition.request())
                .filter(note -> !Parser.unescapeEntities(page, false).contains(note));
        if (unmarked.isPresent()) {
            throw new RenderException(
                    "brands/" + composition.request().template().brand().key() + "/" + LAYOUT
                            + ": does not print letter.notes, and a copy must say that it is one");
        }
        return page;
    }

    private static Map<String, String> envelope(Composition composition, int pages) {
        var request = composition.request();
        var letter = composition.letter();
        var address = request.recipient().address();
        return Map.of(
                "fileName",
                request.deliveryId() + ".pdf",
                "pages",
                String.valueOf(pages),
                "sheets",
                String.valueOf(letter.sides().sheets(pages)),
                "sides",
                letter.sides().code(),
                "country",
                address == null ? "" : address.country(),
                "to",
                address == null ? "" : address.line(),
                "form",
                letter.form().code(),
                "postcode",
                address == null ? "" : address.postcode(),
                "ucid",
                request.recipient().ucid().text(),
                "brand",
                request.template().brand().key());
    }
}
