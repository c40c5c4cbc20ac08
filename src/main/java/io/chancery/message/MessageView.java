package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.MessageStatus;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its callers and readers see it.
 *
 * @param status what has become of the deliveries to the customer, whatever becomes of copies
 * @param customer the UCID under which it was accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        UUID id,
        MessageStatus status,
        @JsonUnwrapped Subject subject,
        Ucid customer,
        String reference,
        @JsonUnwrapped Times times,
        JsonNode metadata,
        List<DeliveryView> deliveries) {

    /**
     * What it is about.
     *
     * @param test whether it was only tried with a test key
     */
    public record Subject(
            String template,
            int templateVersion,
            @JsonProperty("class") MessageClass messageClass,
            String language,
            boolean test) {}

    /** When. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Times(
            Instant createdAt, Instant sendAt, @Nullable Instant expiresAt) {}

    /**
     * One channel of it.
     *
     * @param reason what stopped it, if anything did
     * @param why the reason in words
     * @param copy of which copy; null for the message itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveryView(
            UUID id,
            Channel channel,
            DeliveryStatus status,
            @Nullable Reason reason,
            @Nullable String why,
            @Nullable CopyView copy) {}

    /**
     * Who else gets it.
     *
     * @param customer the UCID under which it was accepted
     */
    public record CopyView(String role, Ucid customer) {}

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<MessageView> items, @Nullable String next) {}
}
