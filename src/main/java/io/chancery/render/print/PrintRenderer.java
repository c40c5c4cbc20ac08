package io.chancery.render.print;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.LetterForm;
import io.chancery.render.RenderRequest;
import io.chancery.render.print.proof.StyleLint;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Renders letters. Keeps as many presses warm as there are processors; one that failed is thrown away. */
@ApplicationScoped
public class PrintRenderer implements ChannelRenderer {

    private static final String LAYOUT = "print.html";
    private static final int SIDES_OF_A_SHEET = 2;

    static {
        LibrarySettings.settle();
    }

    private final BrandKits kits = new BrandKits();
    private final BlockingQueue<Press> presses =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    @Override
    public Channel channel() {
        return Channel.PRINT;
    }

    @Override
    public Rendition render(Composition composition) {
        var request = composition.request();
        var printed = print(composition);
        return new Rendition.Document(printed.pdf(), envelope(request, printed.pages()));
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
        problems.addAll(withPress(press -> press.problems(sheet(composition))));
        return problems;
    }

    private Press.Printed print(Composition composition) {
        return withPress(press -> press.print(sheet(composition)));
    }

    private <T> T withPress(Function<Press, T> work) {
        var idle = presses.poll();
        var press = idle == null ? new Press() : idle;
        var result = work.apply(press);
        presses.offer(press);
        return result;
    }

    private Press.Sheet sheet(Composition composition) {
        var request = composition.request();
        return new Press.Sheet(
                request.deliveryId(),
                composition.layout(LAYOUT),
                request.language(),
                composition.subject(),
                request.date(),
                kits.of(request.template().brand()),
                LetterForm.of(request.recipient()),
                composition.machineInvoice().orElse(null));
    }

    private static Map<String, String> envelope(RenderRequest request, int pages) {
        var address = request.recipient().address();
        return Map.of(
                "fileName",
                request.deliveryId() + ".pdf",
                "pages",
                String.valueOf(pages),
                "sheets",
                String.valueOf((pages + SIDES_OF_A_SHEET - 1) / SIDES_OF_A_SHEET),
                "country",
                address == null ? "" : address.country(),
                "to",
                address == null ? "" : address.line(),
                "form",
                LetterForm.of(request.recipient()).code());
    }
}
