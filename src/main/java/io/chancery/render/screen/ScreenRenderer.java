package io.chancery.render.screen;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.proof.HtmlReview;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Renders the page that a text message leads to. */
@ApplicationScoped
public class ScreenRenderer implements ChannelRenderer {

    private static final String LAYOUT = "screen.html";
    private static final String PDF = ".pdf";
    private static final int KILOBYTE = 1000;
    private static final int LARGEST_PAGE = 500 * KILOBYTE;

    private final HtmlReview review = new HtmlReview();

    @Override
    public Channel channel() {
        return Channel.SCREEN;
    }

    @Override
    public Rendition render(Composition composition) {
        var envelope = new LinkedHashMap<String, String>();
        envelope.put("title", composition.subject());
        envelope.put("language", composition.request().language());
        if (composition.request().offersPdf()) {
            envelope.put("pdf", fileName(composition));
        }
        return new Rendition.Page(page(composition), envelope);
    }

    @Override
    public List<String> faults(Composition composition) {
        return review.faults(composition.layout(LAYOUT), composition);
    }

    @Override
    public List<String> problems(Composition composition) {
        var problems = new ArrayList<String>();
        int size = page(composition).length;
        if (size > LARGEST_PAGE) {
            problems.add(
                    "The page has " + size / KILOBYTE + " kB, most of it pictures: on the road it is slow to come");
        }
        return problems;
    }

    private static byte[] page(Composition composition) {
        return new ScreenHtml(
                        composition::asset, composition.request().template().brand())
                .selfContained(composition.layout(LAYOUT).strip() + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As the letter is called that goes with a mail. */
    private static String fileName(Composition composition) {
        var request = composition.request();
        var name = request.template().settings().attachment().get(request.language());
        return name == null ? composition.subject() + PDF : composition.line(name);
    }
}
