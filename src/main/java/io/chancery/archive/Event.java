package io.chancery.archive;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact on record. */
public record Event(
        UUID id,
        UUID deliveryId,
        Channel channel,
        Instant at,
        EventKind kind,
        int attempt,
        @Nullable Reason reason,
        Map<String, String> detail) {}
