package io.chancery.render.email;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.proof.HtmlReview;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Renders e-mails. */
@ApplicationScoped
public class EmailRenderer implements ChannelRenderer {

    static final int KILOBYTE = 1000;
    private static final int LARGEST_HTML = 100 * KILOBYTE;

    private final HtmlReview review = new HtmlReview();
    private final MailStencils stencils = new MailStencils();

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Rendition render(Composition composition) {
        var head = MailHead.of(composition);
        return new Rendition.Mail(head.with(new MailBody(composition, stencils).content(head)), head.envelope());
    }

    @Override
    public List<String> faults(Composition composition) {
        var brand = composition.request().template().brand();
        var body = new MailBody(composition, stencils);
        var html = body.html();
        var text = body.text();
        var faults = review.faults(html, composition);
        Stream.concat(HtmlReview.missing(text, brand).stream(), HtmlReview.withoutObjection(text, composition).stream())
                .forEach(missing -> faults.add("in the text part, " + missing));
        int size = html.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_HTML) {
            faults.add("The HTML has " + size / KILOBYTE + " kB; from " + LARGEST_HTML / KILOBYTE
                    + " kB on, Gmail cuts a mail off and hides the rest: shorten it, or leave details to the letter");
        }
        return faults;
    }

    @Override
    public List<String> problems(Composition composition) {
        var problems = new ArrayList<String>();
        if (composition.preheader().isEmpty()) {
            problems.add("There is no {#preheader}: the inbox shows the first words of the mail after its subject");
        }
        return problems;
    }
}
