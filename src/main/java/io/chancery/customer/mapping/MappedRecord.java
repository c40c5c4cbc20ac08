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
        Identity identity,
        String language,
        @Nullable Channel preferred,
        Place place,
        Reach reach,
        @Nullable Instant modified,
        List<Statement> statements) {

    public @Nullable LocalDate birthDate() {
        return identity.birthDate();
    }

    /**
     * Who the customer is, beside the name.
     *
     * @param organisation the firm that is the customer, or for which the named person stands
     */
    public record Identity(
            @Nullable LocalDate birthDate,
            @Nullable String birthName,
            @Nullable String organisation,
            List<Identifier> identifiers) {

        /** Of a record that does not say. */
        public static final Identity UNKNOWN = new Identity(null, null, null, List.of());

        public static Identity bornOn(@Nullable LocalDate birthDate) {
            return new Identity(birthDate, null, null, List.of());
        }
    }

    /**
     * A name that a system or an authority gave the customer.
     *
     * @param scheme who gave it
     */
    public record Identifier(String scheme, String value) {}

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
