package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer as people and partner systems see it.
 *
 * @param version of the golden record; goes up when a value changes
 * @param birthDate ISO 8601, or as much of it as the reader may see
 * @param records what it is made of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerView(
        Ucid ucid,
        long version,
        PersonName name,
        @Nullable String birthDate,
        String language,
        @Nullable Channel preferredChannel,
        ContactPoints contact,
        List<SourceRecord> records) {

    /**
     * Where the customer can be reached.
     *
     * @param address all of it from one record
     * @param mobile E.164
     * @param phone E.164, of a number that takes no SMS
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactPoints(
            @Nullable Address address,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String phone) {}

    /**
     * Where the customer lives, as far as it is known.
     *
     * @param country ISO 3166-1 alpha-2
     * @param deliverable whether it is complete enough for a letter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country,
            boolean deliverable) {

        @JsonIgnore
        boolean isEmpty() {
            return street == null && postcode == null && city == null;
        }
    }

    /**
     * A record that belongs to the customer.
     *
     * @param record the source's own id
     * @param modified when the source changed it last, if it says so
     * @param received when it last brought us something new
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceRecord(
            String source, String record, @Nullable Instant modified, Instant received) {}
}
