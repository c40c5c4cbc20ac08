package io.chancery.vocabulary.event;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Ucid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feature that knows no messages needs one sent. Fired in the transaction of whatever needs it: either both happen,
 * or the message is refused and neither does.
 *
 * @param id the message will have, so that whoever asks can name it
 * @param clientId who is to see the message as their own; null for Chancery itself
 * @param language ISO 639-1; the customer's if null
 * @param data valid under the template's schema
 */
public record MessageRequested(
        UUID id,
        @Nullable UUID clientId,
        Ucid customer,
        String template,
        Channel channel,
        @Nullable String language,
        Map<String, String> data) {}
