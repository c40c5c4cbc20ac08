package io.chancery.message.intake;

import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import java.util.List;
import java.util.UUID;

/** A request that has passed every check, with what it was resolved to. */
record AcceptedMessage(
        UUID id,
        UUID clientId,
        UUID customerId,
        MessageOrder order,
        TemplateVersion version,
        Recipient recipient,
        List<Channel> channels) {}
