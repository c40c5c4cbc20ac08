package io.chancery.render.email;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;

/** Renders e-mails. */
@ApplicationScoped
class EmailRenderer implements ChannelRenderer {

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
}
