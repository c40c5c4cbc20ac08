package io.chancery.web.screen;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands where a document does not. English here, the others in {@code messages/screen_*.properties}. */
@MessageBundle(value = "screen", locale = "en")
public interface ScreenWords {

    @Message("This link does not work")
    String unknownTitle();

    @Message("It is incomplete or was changed. Please use it as it stands in our message.")
    String unknownText();

    @Message("This link has expired")
    String expiredTitle();

    @Message(
            "For your safety it worked for a limited time only. Our customer service is glad to send you the document again.")
    String expiredText();

    @Message("One moment, please")
    String oftenTitle();

    @Message("This document has just been opened very often. Please try again in a minute.")
    String oftenText();
}
