package io.chancery.customer.steward;

import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.customer.UnknownCustomerException;
import io.chancery.customer.registry.RecordName;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stewards order, as {@link OrderBody} reads it. */
public final class Orders {

    private Orders() {}

    /** The UCID in a path; one that cannot be is one that nobody has. */
    public static Ucid customer(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownCustomerException();
        }
    }

    /** What a person says about two records. */
    public enum Verdict {
        SAME,
        DIFFERENT;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Two customers are one.
     *
     * @param other UCID of the other customer
     * @param version of this customer, as last seen; not checked when left out
     * @param otherVersion of the other one
     * @param dryRun only tell what would become of it
     */
    public record Merge(
            Ucid other, @Nullable Long version, @Nullable Long otherVersion, String reason, boolean dryRun) {

        /** The same, only to tell what would become of it. */
        public Merge dry() {
            return new Merge(other, version, otherVersion, reason, true);
        }
    }

    /**
     * Some records of a customer are somebody else's.
     *
     * @param records those that leave, together
     */
    public record Split(List<RecordName> records, @Nullable Long version, String reason, boolean dryRun) {

        /** The same, only to tell what would become of it. */
        public Split dry() {
            return new Split(records, version, reason, true);
        }
    }

    /**
     * The answer to a match candidate.
     *
     * @param version of the candidate, as last seen
     */
    public record Decision(Verdict verdict, @Nullable String version, String reason, boolean dryRun) {}

    /** Taking an operation back. */
    public record Undo(String reason, boolean dryRun) {}
}
