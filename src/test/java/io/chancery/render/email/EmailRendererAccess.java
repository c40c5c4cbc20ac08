package io.chancery.render.email;

import io.chancery.render.ChannelRenderer;

/** Makes the renderer of mails without the application. */
public final class EmailRendererAccess {

    private EmailRendererAccess() {}

    public static ChannelRenderer create() {
        return new EmailRenderer();
    }
}
