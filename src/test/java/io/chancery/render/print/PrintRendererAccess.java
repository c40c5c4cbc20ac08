package io.chancery.render.print;

import io.chancery.render.ChannelRenderer;

/** Makes the renderer of letters without the application. */
public final class PrintRendererAccess {

    private PrintRendererAccess() {}

    public static ChannelRenderer create() {
        return new PrintRenderer();
    }
}
