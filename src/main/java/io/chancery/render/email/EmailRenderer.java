package io.chancery.render.email;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Renders e-mails. */
@ApplicationScoped
public class EmailRenderer implements ChannelRenderer {

    private static final int KILOBYTE = 1000;
    private static final int LARGEST_HTML = 100 * KILOBYTE;

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Rendition render(Composition composition) {
        var head = MailHead.of(composition);
        var body = new MailBody(composition, head.contentIdSuffix());
        return new Rendition.Mail(head.with(body.content()), head.envelope());
    }

    @Override
    public List<String> problems(Composition composition) {
        var problems = new ArrayList<String>();
        int size = composition.layout(MailBody.HTML).getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_HTML) {
            problems.add("The HTML has " + size / KILOBYTE + " kB; from " + LARGEST_HTML / KILOBYTE
                    + " kB on, Gmail cuts a mail off and hides the rest: shorten it, or leave details to the letter");
        }
        if (composition.preheader().isEmpty()) {
            problems.add("There is no {#preheader}: the inbox shows the first words of the mail after its subject");
        }
        return problems;
    }
}
