package io.chancery.message.intake;

import io.chancery.message.intake.Addressees.Addressee;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.UUID;

/** A request that has passed every check, with what it was resolved to. */
record AcceptedMessage(
        UUID id,
        UUID clientId,
        Addressee addressee,
        MessageOrder order,
        TemplateVersion version,
        List<Channel> channels,
        List<AcceptedCopy> copies) {

    /** A copy of it, and the channels that it begins with. */
    record AcceptedCopy(String role, Addressee addressee, List<Channel> channels) {}
}
