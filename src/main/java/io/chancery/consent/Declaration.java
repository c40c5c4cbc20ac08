package io.chancery.consent;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was declared, as it is on record.
 *
 * @param contactPoint the address or number it was declared for; null when nobody knows
 * @param topics what it is limited to; of a restriction, the purposes that it lets through
 */
public record Declaration(
        UUID id,
        Scope scope,
        Status status,
        Instant at,
        @Nullable String contactPoint,
        List<String> topics,
        Evidence evidence,
        Entry entry) {

    /** Oldest first; what was declared at one time, the stricter last, so that it counts. */
    public static final Comparator<Declaration> ORDER = Comparator.comparing(Declaration::at)
            .thenComparing(Declaration::status)
            .thenComparing(declaration -> declaration.id().toString());

    /**
     * How it came on record.
     *
     * @param customerId the customer it was declared by, at that time
     * @param recordId the source record that says so; null if the customer told us
     * @param confirms the request that it confirms
     * @param recordedBy an API client, «customer», «source», or «delivery» for what a delivery has shown
     */
    public record Entry(
            UUID customerId,
            @Nullable UUID recordId,
            @Nullable UUID confirms,
            String recordedBy,
            Instant recordedAt) {}

    boolean isAbout(Channel channel) {
        return channel.equals(scope.channel());
    }

    /**
     * Whether it was declared for this address or number. What was declared for one that nobody knows is for none: when
     * records are put together, the one must not speak for the address of the other.
     */
    public boolean isFor(String address) {
        return contactPoint != null
                && contactPoint
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(address.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a withdrawal ends this: on the same channel, for the same purpose or for all advertising. */
    public boolean isOverruledBy(Declaration withdrawal) {
        var purpose = withdrawal.scope().purpose();
        boolean sameChannel = Objects.equals(scope.channel(), withdrawal.scope().channel());
        boolean general = ConsentDeclared.MARKETING.equals(purpose) && !ConsentDeclared.SERVICE.equals(scope.purpose());
        return sameChannel && (general || Objects.equals(scope.purpose(), purpose));
    }

    /** Such as {@code confirmed at 2026-03-02T10:00:00Z by marketing/93}. Names no more than that: it goes into events. */
    String inShort() {
        return status.code() + " at " + at + " by " + evidence.source() + ", declaration " + id;
    }
}
