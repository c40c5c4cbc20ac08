package io.chancery.message.intake;

import io.chancery.message.intake.Addressees.Addressee;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that has passed every check, with what it was resolved to. */
record AcceptedMessage(
        Origin origin,
        Addressee addressee,
        MessageOrder order,
        TemplateVersion version,
        List<Channel> channels,
        List<AcceptedCopy> copies) {

    /**
     * Where it comes from.
     *
     * @param id that it is given
     * @param item the line of a run that it was made of; null if it was asked for by itself
     */
    record Origin(UUID id, UUID clientId, @Nullable RunItem item) {}

    /** A copy of it, and the channels that it begins with. */
    record AcceptedCopy(String role, Addressee addressee, List<Channel> channels) {}
}
