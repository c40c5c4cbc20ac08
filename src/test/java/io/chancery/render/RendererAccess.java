package io.chancery.render;

import io.chancery.render.email.EmailRenderer;
import io.chancery.render.print.PrintRenderer;
import io.chancery.render.sms.SmsRenderer;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.ArrayList;
import java.util.List;

/** Makes a renderer without the application. */
public final class RendererAccess {

    private RendererAccess() {}

    /** With one real channel; the others have their sections, but no renditions. */
    public static Renderer of(ChannelRenderer renderer) {
        var renderers = new ArrayList<ChannelRenderer>(List.of(renderer));
        for (var channel : List.of(Channel.PRINT, Channel.EMAIL, Channel.SMS)) {
            if (!channel.equals(renderer.channel())) {
                renderers.add(new NameOnly(channel));
            }
        }
        return new Renderer(renderers);
    }

    /** With the channels that reach customers, as the application has them. */
    public static Renderer everyChannel() {
        return new Renderer(List.of(new PrintRenderer(), new EmailRenderer(), new SmsRenderer()));
    }

    private record NameOnly(Channel channel) implements ChannelRenderer {

        @Override
        public Rendition render(Composition composition) {
            throw new RenderException("No renderer for " + channel + " here");
        }
    }
}
