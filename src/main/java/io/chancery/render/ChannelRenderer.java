package io.chancery.render;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;

/** Turns a composed message into the rendition of one channel. A bean in a sub-package of its own per channel. */
public interface ChannelRenderer {

    Channel channel();

    /**
     * Makes the exact bytes for this channel.
     *
     * @throws RenderException if it cannot be done
     */
    Rendition render(Composition composition);
}
