package io.chancery.customer.mapping;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record says about a customer, in our words. */
public record MappedRecord(
        PersonName name,
        @Nullable LocalDate birthDate,
        String language,
        @Nullable Channel preferred,
        Place place,
        Reach reach,
        @Nullable Instant modified,
        List<Statement> statements) {

    /** As much of a postal address as the record has. */
    public record Place(
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {

        public boolean isEmpty() {
            return street == null && postcode == null && city == null;
        }
    }

    /** Addresses and numbers for electronic channels; numbers in E.164. */
    public record Reach(
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String phone) {}

    /**
     * What the customer declared about being written to.
     *
     * @param at null when the source does not say
     * @param evidence the source's own columns and words
     */
    public record Statement(
            ConsentDeclared.Scope scope,
            ConsentDeclared.Status status,
            @Nullable Instant at,
            List<String> topics,
            String evidence) {}
}
