package io.chancery.render.sms;

import io.chancery.render.ChannelRenderer;

/** Makes the renderer of text messages without the application. */
public final class SmsRendererAccess {

    private SmsRendererAccess() {}

    public static ChannelRenderer create() {
        return new SmsRenderer();
    }
}
