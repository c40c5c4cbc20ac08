package io.chancery.render;

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

    private record NameOnly(Channel channel) implements ChannelRenderer {

        @Override
        public Rendition render(Composition composition) {
            throw new RenderException("No renderer for " + channel + " here");
        }
    }
}
