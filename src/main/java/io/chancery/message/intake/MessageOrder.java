package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a business system asks for, well-formed but not yet checked against template and customer.
 *
 * @param options how and when to send, all of which may be left out
 * @param copies to whom else, and in which role
 */
record MessageOrder(
        String template,
        CustomerKey customer,
        String reference,
        JsonNode data,
        JsonNode metadata,
        Options options,
        List<CopyOrder> copies) {

    /** A copy to somebody in a role that the template has. */
    record CopyOrder(String role, CustomerKey customer) {}

    /** Who it is for: a UCID, or a source and the id of a record in it. */
    record CustomerKey(
            @Nullable String ucid,
            @Nullable String source,
            @Nullable String record) {}

    /**
     * How and when.
     *
     * @param channels empty to leave the choice to preference and plan
     */
    record Options(
            List<Channel> channels,
            @Nullable String language,
            @Nullable Instant sendAt,
            @Nullable Instant expiresAt) {}
}
