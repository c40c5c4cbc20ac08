package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer as people and partner systems see it.
 *
 * @param version of the golden record; goes up with every change
 * @param records what it is made of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerView(
        Ucid ucid,
        long version,
        PersonName name,
        @Nullable LocalDate birthDate,
        String language,
        @Nullable Channel preferredChannel,
        ContactPoints contact,
        List<SourceRecord> records) {

    /**
     * Where the customer can be reached.
     *
     * @param address only if it is complete enough for a letter
     * @param mobile E.164
     * @param phone E.164, of a number that takes no SMS
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactPoints(
            @Nullable PostalAddress address,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String phone) {}

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
